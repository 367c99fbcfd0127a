/**
 * Writes GEXF 1.3 a piece at a time: `open`, each `node`, `beginEdges`, each `edge`, `close`. Nothing is kept, so a file of
 * any size passes through the memory of one element.
 *
 * The *compatible* profile is the part of GEXF that Gephi, networkx, graphology and JGraphT all keep: static attributes of
 * safe types, dates as `start`/`end` and again as text, colours as r g b a, one direction, the relationship's type in `kind`,
 * `label` and an attribute. *gephi-dynamic* differs in one thing: a dated element's attributes hold for its dates (Gephi's timeline then
 * shows values over time; graphology refuses such a file).
 *
 * @see https://gexf.net/schema.html
 * @see docs/gexf.md
 */
import type { Node, Properties, Relationship, Value } from '../../model.ts';
import { KIND, LABELS, QUOTES, RELATION, SOURCES } from './columns.ts';
import type { Column } from './columns.ts';
import { spellOf } from './time.ts';
import type { Spell } from './time.ts';
import { attributeText, listText } from './value.ts';
import { escapeXml } from './xml.ts';

export type Profile = 'compatible' | 'gephi-dynamic';

export interface GexfOptions {
  readonly profile: Profile;
  readonly description: string;
  /** `YYYY-MM-DD` */
  readonly lastModified: string;
  readonly nodeColumns: readonly Column[];
  readonly edgeColumns: readonly Column[];
  /** False where nothing in the file can have a date: the file is then static. */
  readonly dated: boolean;
}

/** How an element looks in the picture; what is absent is left to the reader. */
export interface NodeLook {
  readonly position?: readonly [x: number, y: number] | undefined;
  /** `#rrggbb` */
  readonly color?: string | undefined;
  readonly size?: number | undefined;
}
export interface EdgeLook {
  readonly color?: string | undefined;
  readonly size?: number | undefined;
}

/** The words a claim rests on, one entry a piece of evidence; a source line is `Title, Author, Publisher, date, paragraph n`. */
export interface Citation {
  readonly quote: string | null;
  readonly source: string;
}

export class GexfWriter {
  /** Values that did not have the type of their column, and so are not in the file. Written into it as a comment when it is closed. */
  readonly leftOut = new Map<string, number>();
  readonly #options: GexfOptions;
  readonly #nodeColumns: readonly WrittenColumn[];
  readonly #edgeColumns: readonly WrittenColumn[];
  /** What every edge of a type has: there are few types, and escaping costs. */
  readonly #kinds = new Map<string, EdgeKind>();

  constructor(options: GexfOptions) {
    this.#options = options;
    const written = (column: Column): WrittenColumn => ({
      ...column,
      opening: opening(column.id),
      dynamic: this.#isDynamic(column),
    });
    this.#nodeColumns = options.nodeColumns.map(written);
    this.#edgeColumns = options.edgeColumns.map(written);
  }

  open(): string {
    const { description, lastModified, dated, nodeColumns, edgeColumns } = this.#options;
    // Moments too are written under "date": networkx fails on "dateTime", and Gephi reads both forms under either.
    const time = dated ? 'mode="dynamic" timeformat="date" timerepresentation="interval"' : 'mode="static"';
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
      `<meta lastmodifieddate="${lastModified}"><creator>Entente</creator><description>${escapeXml(description)}</description></meta>`,
      `<graph defaultedgetype="directed" ${time}>`,
      this.#attributes('node', [own(KIND, 'string'), own(LABELS, 'liststring')], nodeColumns),
      this.#attributes(
        'edge',
        [own(RELATION, 'string'), own(QUOTES, 'liststring'), own(SOURCES, 'liststring')],
        edgeColumns,
      ),
      '<nodes>',
      '',
    ].join('\n');
  }

  /** `id` must not have been written before. */
  node(id: string, label: string, node: Node, look: NodeLook = {}): string {
    const time = this.#time(node.properties);
    let xml = `<node id="${escapeXml(id)}" label="${escapeXml(label)}"${time}><attvalues>`;
    const kind = kindOf(node.labels);
    if (kind !== null) xml += attvalue(KIND, kind);
    xml += attvalue(LABELS, listText(node.labels));
    xml += this.#values(this.#nodeColumns, node.properties, time);
    xml += '</attvalues>';
    if (look.color !== undefined) xml += colorXml(look.color);
    if (look.position !== undefined)
      xml += `<viz:position x="${look.position[0]}" y="${look.position[1]}" z="0"/>`;
    if (look.size !== undefined) xml += `<viz:size value="${look.size}"/>`;
    return `${xml}</node>\n`;
  }

  beginEdges(): string {
    return '</nodes>\n<edges>\n';
  }

  /** `id` must not have been written before; `source` and `target` are ids of nodes that have. */
  edge(
    id: string,
    source: string,
    target: string,
    relationship: Relationship,
    citations: readonly Citation[],
    look: EdgeLook = {},
  ): string {
    const time = this.#time(relationship.properties);
    const kind = this.#kind(relationship.type);
    let xml = `<edge id="${escapeXml(id)}" source="${escapeXml(source)}" target="${escapeXml(target)}"${kind.attributes}${time}><attvalues>${kind.value}`;
    if (citations.length > 0) {
      xml += attvalue(QUOTES, listText(citations.map(({ quote }) => quote ?? '')));
      xml += attvalue(SOURCES, listText(citations.map(({ source: line }) => line)));
    }
    xml += this.#values(this.#edgeColumns, relationship.properties, time);
    xml += '</attvalues>';
    if (look.color !== undefined) xml += colorXml(look.color);
    if (look.size !== undefined) xml += `<viz:thickness value="${look.size}"/>`;
    return `${xml}</edge>\n`;
  }

  close(): string {
    const notes = [...this.leftOut].map(([column, count]) => `${column}: ${count}`);
    const comment =
      notes.length === 0
        ? ''
        : `<!-- values left out, being of another type than their column: ${escapeXml(notes.join(', ')).replaceAll('--', '- -')} -->\n`;
    return `</edges>\n</graph>\n${comment}</gexf>\n`;
  }

  /** The `start` and `end` of an element, ready to stand in its tag. */
  #time(properties: Properties): string {
    return this.#options.dated ? spellXml(spellOf(properties)) : '';
  }

  #kind(type: string): EdgeKind {
    let kind = this.#kinds.get(type);
    if (kind === undefined) {
      const text = escapeXml(type);
      kind = { attributes: ` kind="${text}" label="${text}" weight="1"`, value: attvalue(RELATION, type) };
      this.#kinds.set(type, kind);
    }
    return kind;
  }

  /** Readers want static columns in one block; dynamic ones, which only Gephi reads, in another. */
  #attributes(entity: 'node' | 'edge', fixed: readonly Column[], columns: readonly Column[]): string {
    const block = (mode: string, list: readonly Column[]) =>
      `<attributes class="${entity}" mode="${mode}">\n${list
        .map(({ id, type }) => `<attribute id="${escapeXml(id)}" title="${escapeXml(id)}" type="${type}"/>\n`)
        .join('')}</attributes>`;
    const dynamic = columns.filter((column) => this.#isDynamic(column));
    const fixedBlock = block('static', [...fixed, ...columns.filter((column) => !dynamic.includes(column))]);
    return dynamic.length === 0 ? fixedBlock : `${fixedBlock}\n${block('dynamic', dynamic)}`;
  }

  /** Gephi has no lists whose value changes over time. */
  #isDynamic({ type }: Column): boolean {
    return this.#options.profile === 'gephi-dynamic' && this.#options.dated && type !== 'liststring';
  }

  #values(columns: readonly WrittenColumn[], properties: Properties, time: string): string {
    let xml = '';
    for (const { key, id, type, opening: tag, dynamic } of columns) {
      const value: Value | undefined = properties.get(key);
      if (value === undefined || value === null) continue;
      const text = attributeText(value, type);
      if (text === null) this.leftOut.set(id, (this.leftOut.get(id) ?? 0) + 1);
      else xml += `${tag}${escapeXml(text)}"${dynamic ? time : ''}/>`;
    }
    return xml;
  }
}

interface WrittenColumn extends Column {
  /** Everything before the value. */
  readonly opening: string;
  readonly dynamic: boolean;
}

interface EdgeKind {
  readonly attributes: string;
  readonly value: string;
}

const own = (id: string, type: Column['type']): Column => ({ key: id, id, type });

const opening = (id: string): string => `<attvalue for="${escapeXml(id)}" value="`;
const attvalue = (id: string, text: string): string => `${opening(id)}${escapeXml(text)}"/>`;

function spellXml(spell: Spell | null): string {
  if (spell === null) return '';
  return (
    (spell.start === null ? '' : ` start="${spell.start}"`) +
    (spell.end === null ? '' : ` end="${spell.end}"`)
  );
}

function colorXml(hex: string): string {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return `<viz:color r="${channel(1)}" g="${channel(3)}" b="${channel(5)}" a="1.0"/>`;
}

/** What something is, in a word: its most telling label (`State` rather than `Actor`). */
export function kindOf(labels: readonly string[]): string | null {
  return labels.find((label) => label !== 'Actor') ?? labels[0] ?? null;
}
