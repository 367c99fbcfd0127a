/** The readers that our files are opened in, for real: networkx in a Python environment, Gephi's toolkit in a JVM, xmllint. Each is installed once, outside the checkout. */
import { execFile } from 'node:child_process';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheFolder, fetchWithMaven } from '../support/maven.ts';

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));

export interface ReadNode {
  id: string;
  label: string;
  color: number[] | null;
  position: number[] | null;
  size: number | null;
  attributes: Record<string, unknown>;
}
export interface ReadEdge {
  id: string;
  label: string;
  source: string;
  target: string;
  weight: number;
  color: number[] | null;
  attributes: Record<string, unknown>;
}
export interface NetworkxGraph {
  type: string;
  nodes: (ReadNode & { start: string | null; end: string | null })[];
  edges: (ReadEdge & { start: string | null; end: string | null })[];
}
export interface GephiGraph {
  /** Warnings and worse. */
  issues: string[];
  directed: boolean;
  nodes: (ReadNode & { spells: (string | null)[][] })[];
  edges: (ReadEdge & { kind: string; spells: (string | null)[][] })[];
}

/** Why the readers cannot run here, or null. Under CI a missing piece is a failure, not a skip. */
export async function whyNoReaders(): Promise<string | null> {
  for (const [tool, version, hint] of [
    ['python3', '--version', 'install Python 3'],
    ['java', '-version', 'install Java 17 or later'],
    ['mvn', '-version', 'install Maven'],
    ['xmllint', '--version', 'install libxml2-utils'],
  ] as const) {
    try {
      await run(tool, [version]);
    } catch {
      const why = `${tool} is missing: ${hint} to open GEXF files in real readers`;
      if (process.env['CI'] === 'true') throw new Error(why);
      return why;
    }
  }
  return null;
}

export async function readWithNetworkx(file: string): Promise<NetworkxGraph> {
  const venv = cacheFolder('networkx-3.6.1');
  const python = join(venv, 'bin', 'python');
  if (!(await exists(python))) {
    await run('python3', ['-m', 'venv', venv]);
    await run(python, ['-m', 'pip', '-q', 'install', 'networkx==3.6.1']);
  }
  await run(python, [join(here, 'read_networkx.py'), file, `${file}.networkx.json`]);
  return JSON.parse(await readFile(`${file}.networkx.json`, 'utf8')) as NetworkxGraph;
}

export async function readWithGephi(file: string): Promise<GephiGraph> {
  const folder = await fetchWithMaven(
    'the Gephi toolkit',
    cacheFolder('gephi-toolkit-0.10.1'),
    join(here, 'gephi', 'pom.xml'),
    (into) => [
      'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies',
      `-DoutputDirectory=${into}`,
    ],
  );
  const jar = join(folder, 'gephi-toolkit-0.10.1-all.jar');
  const source = join(here, 'gephi', 'GephiReader.java');
  const compiled = join(folder, 'GephiReader.class');
  if (!(await exists(compiled)) || (await stat(compiled)).mtimeMs < (await stat(source)).mtimeMs)
    await run('javac', ['-cp', jar, '-d', folder, source]);
  const out = `${file}.gephi.json`;
  await run('java', [
    '-Xmx6g',
    '-Djava.awt.headless=true',
    '-cp',
    `${jar}:${folder}`,
    'GephiReader',
    file,
    out,
  ]);
  return JSON.parse(await readFile(out, 'utf8')) as GephiGraph;
}

/** The folder of the corrected GEXF 1.3 schema and the checks that every engineer shares, or null where it is not beside the checkout. */
export async function sharedGexf(): Promise<string | null> {
  const folder = join(here, '..', '..', '..', 'shared', 'gexf');
  return (await exists(folder)) ? folder : null;
}

/** Runs the shared check (schema, networkx, Gephi) on a file and gives what it printed. @throws where a reader failed */
export async function sharedCheck(folder: string, file: string): Promise<string> {
  const { stdout } = await run(join(folder, 'check', 'check'), [file], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
