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

  constructor(options: GexfOptions) {
    this.#options = options;
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
    const spell = this.#spell(node.properties);
    let xml = `<node id="${escapeXml(id)}" label="${escapeXml(label)}"${spellXml(spell)}><attvalues>`;
    const kind = kindOf(node.labels);
    if (kind !== null) xml += attvalue(KIND, kind);
    xml += attvalue(LABELS, listText(node.labels));
    xml += this.#values(this.#options.nodeColumns, node.properties, spell);
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
    const spell = this.#spell(relationship.properties);
    const type = escapeXml(relationship.type);
    let xml = `<edge id="${escapeXml(id)}" source="${escapeXml(source)}" target="${escapeXml(target)}" kind="${type}" label="${type}" weight="1"${spellXml(spell)}><attvalues>`;
    xml += attvalue(RELATION, relationship.type);
    if (citations.length > 0) {
      xml += attvalue(QUOTES, listText(citations.map(({ quote }) => quote ?? '')));
      xml += attvalue(SOURCES, listText(citations.map(({ source: line }) => line)));
    }
    xml += this.#values(this.#options.edgeColumns, relationship.properties, spell);
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

  #spell(properties: Properties): Spell | null {
    return this.#options.dated ? spellOf(properties) : null;
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

  #values(columns: readonly Column[], properties: Properties, spell: Spell | null): string {
    const time = spellXml(spell);
    let xml = '';
    for (const column of columns) {
      const { key, id, type } = column;
      const value: Value | undefined = properties.get(key);
      if (value === undefined || value === null) continue;
      const text = attributeText(value, type);
      if (text === null) this.leftOut.set(id, (this.leftOut.get(id) ?? 0) + 1);
      else xml += attvalue(id, text, this.#isDynamic(column) ? time : '');
    }
    return xml;
  }
}

const own = (id: string, type: Column['type']): Column => ({ key: id, id, type });

function attvalue(id: string, text: string, time = ''): string {
  return `<attvalue for="${escapeXml(id)}" value="${escapeXml(text)}"${time}/>`;
}

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
