/**
 * What the types and labels of the graph mean: the one table that the legend, the importers, the seed and the
 * documentation share.
 *
 * A relationship type is a verb in the past tense, from the articles' own words. `event` and `quad` are PLOVER's (the
 * Open Event Data Alliance's successor to CAMEO), so that graphs coded from other sources line up. PLOVER codes what one
 * actor does to another; it drops public statements (CAMEO 01) and knows no lasting ties or causes: those are
 * `STATEMENT` and `STANDING` here, and have no quad category.
 *
 * @see https://github.com/openeventdata/PLOVER
 */

/** PLOVER's quad categories, in words; `none` where it has none. */
export type Quad =
  'verbal cooperation' | 'material cooperation' | 'verbal conflict' | 'material conflict' | 'none';

/** PLOVER's event types, each in its quad category, and the two of ours. */
export const QUAD_OF_EVENT = {
  AGREE: 'verbal cooperation',
  CONSULT: 'verbal cooperation',
  SUPPORT: 'verbal cooperation',
  CONCEDE: 'verbal cooperation',
  COOPERATE: 'material cooperation',
  AID: 'material cooperation',
  RETREAT: 'material cooperation',
  REQUEST: 'verbal conflict',
  ACCUSE: 'verbal conflict',
  REJECT: 'verbal conflict',
  THREATEN: 'verbal conflict',
  PROTEST: 'material conflict',
  SANCTION: 'material conflict',
  MOBILIZE: 'material conflict',
  COERCE: 'material conflict',
  ASSAULT: 'material conflict',
  STATEMENT: 'none',
  STANDING: 'none',
} as const satisfies Record<string, Quad>;

export type EventType = keyof typeof QUAD_OF_EVENT;

/**
 * How a line is drawn. PLOVER counts requests as verbal conflict and has no place for warnings; a reader who sees ten
 * states ask the UN for a donors' conference sees neither, so these have tones of their own.
 */
export type Tone = 'cooperation' | 'request' | 'warning' | 'conflict' | 'standing';

export interface Family {
  /** The legend's words. */
  readonly title: string;
  readonly tone: Tone;
}

/** What the legend groups types by, in its order. */
export const FAMILIES = {
  talks: { title: 'Talks and agreements', tone: 'cooperation' },
  support: { title: 'Support, promises and aid', tone: 'cooperation' },
  request: { title: 'Requests and conditions', tone: 'request' },
  risk: { title: 'Warnings, fears and causes', tone: 'warning' },
  refusal: { title: 'Criticism and refusal', tone: 'conflict' },
  sanction: { title: 'Sanctions and bans', tone: 'conflict' },
  force: { title: 'Force and abuse', tone: 'conflict' },
  tie: { title: 'Offices, membership and place', tone: 'standing' },
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;

export interface RelationshipKind {
  readonly type: string;
  readonly family: FamilyName;
  readonly event: EventType;
  readonly quad: Quad;
  readonly tone: Tone;
  /** Stands between the two names: "Russia *withheld recognition from* the Taliban government". */
  readonly phrase: string;
}

/** type: [family, PLOVER event type, phrase]. A phrase that the type itself spells is left out. */
type Row = readonly [FamilyName, EventType, string?];

const TABLE = {
  // Talks and agreements
  PARTICIPATED_IN: ['talks', 'CONSULT', 'took part in'],
  HOSTED: ['talks', 'CONSULT'],
  LED_DELEGATION_TO: ['talks', 'CONSULT', 'led the delegation to'],
  TRAVELED_TO: ['talks', 'CONSULT', 'sent a delegation to'],
  ADDRESSED: ['talks', 'STATEMENT', 'spoke at'],
  IN_CONTACT_WITH: ['talks', 'CONSULT', 'was in contact with'],
  KEPT_EMBASSY_IN: ['talks', 'STANDING', 'kept its embassy in'],
  ISSUED: ['talks', 'STATEMENT'],
  AGREED_TO_COOPERATE_WITH: ['talks', 'AGREE'],
  VOICED_WILLINGNESS_TO_COOPERATE_IN: ['talks', 'AGREE'],
  SAID_IT_COULD_JOIN: ['talks', 'AGREE'],

  // Support, promises and aid
  SUPPORTED: ['support', 'SUPPORT'],
  PRAISED: ['support', 'SUPPORT'],
  ACKNOWLEDGED: ['support', 'SUPPORT'],
  ASSURED: ['support', 'AGREE'],
  PROMISED: ['support', 'AGREE', 'made promises on'],
  REPORTED_PROGRESS_ON: ['support', 'STATEMENT'],
  OFFERED_TO_ASSIST: ['support', 'AGREE'],
  PLEDGED_AID_TO: ['support', 'AGREE'],
  EXERCISED_WITH: ['support', 'COOPERATE', 'held military exercises with'],
  HARBOURED: ['support', 'COOPERATE'],
  MEANT_TO_AVERT: ['support', 'STANDING', 'is meant to avert'],

  // Requests and conditions
  URGED: ['request', 'REQUEST'],
  CALLED_ON: ['request', 'REQUEST'],
  CALLED_FOR: ['request', 'REQUEST'],
  ASSIGNED_BURDEN_TO: ['request', 'REQUEST', 'said the burden falls on'],
  MADE_CONDITIONAL: ['request', 'REQUEST', 'set a condition for'],

  // Warnings, fears and causes
  WARNED_OF: ['risk', 'STATEMENT'],
  ADMITTED_RISK_OF: ['risk', 'STATEMENT', 'admitted the risk of'],
  ARGUED_AGAINST: ['risk', 'STATEMENT'],
  SEEKS_TO_AVOID: ['risk', 'STANDING'],
  FEARS: ['risk', 'STANDING'],
  SEES_RISK_OF: ['risk', 'STANDING', 'sees a risk of'],
  KEEPS_IN_MIND: ['risk', 'STANDING'],
  RAISED_FEARS_OF: ['risk', 'STANDING'],
  FACES: ['risk', 'STANDING'],
  ENDURED: ['risk', 'STANDING'],
  THREATENS: ['risk', 'STANDING'],
  COULD_LEAD_TO: ['risk', 'STANDING'],
  LED_TO: ['risk', 'STANDING'],
  PAVED_WAY_FOR: ['risk', 'STANDING', 'paved the way for'],
  FOLLOWED: ['risk', 'STANDING', 'came after'],

  // Criticism and refusal
  CRITICIZED: ['refusal', 'ACCUSE'],
  ACCUSED: ['refusal', 'ACCUSE'],
  MOCKED: ['refusal', 'ACCUSE'],
  REGRETTED: ['refusal', 'ACCUSE', 'regretted the absence of'],
  DISPUTED: ['refusal', 'REJECT'],
  DECLARED_ACHIEVED: ['refusal', 'REJECT', 'said there already is'],
  DEFERRED: ['refusal', 'REJECT', 'is not yet discussing'],
  DECLINED_TO_PARTICIPATE_IN: ['refusal', 'REJECT', 'declined to take part in'],
  WITHHELD_RECOGNITION_FROM: ['refusal', 'REJECT'],
  WENT_BACK_ON_PROMISES_TO: ['refusal', 'REJECT'],

  // Sanctions and bans
  SANCTIONED: ['sanction', 'SANCTION'],
  // the other way round from SANCTIONED, so no event of PLOVER's, whose first actor is the one that acts
  SUBJECT_TO: ['sanction', 'STANDING', 'is subject to'],
  BANNED: ['sanction', 'COERCE'],
  FROZE_ASSETS_OF: ['sanction', 'COERCE', 'froze the assets of'],

  // Force and abuse
  EXERCISED_NEAR: ['force', 'MOBILIZE', 'held military exercises near'],
  REINFORCED_BASE_IN: ['force', 'MOBILIZE', 'strengthened its base in'],
  STATIONED_FORCES_IN: ['force', 'MOBILIZE'],
  INVADED: ['force', 'ASSAULT'],
  FOUGHT_IN: ['force', 'ASSAULT'],
  ATTACKED: ['force', 'ASSAULT'],
  AGGRAVATED: ['force', 'ASSAULT'],
  SEIZED_POWER_IN: ['force', 'COERCE'],
  COMMITTED_ABUSES_IN: ['force', 'COERCE'],
  MARGINALIZED: ['force', 'COERCE'],
  PERSECUTED: ['force', 'COERCE'],
  SEEKS_TO_EXPLOIT_INSTABILITY_IN: ['force', 'STANDING'],
  ACTIVE_IN: ['force', 'STANDING', 'is active in'],
  WITHDREW_FROM: ['force', 'RETREAT'],

  // Offices, membership and place
  HOLDS_OFFICE_IN: ['tie', 'STANDING'],
  SPEAKS_FOR: ['tie', 'STANDING'],
  LEADS: ['tie', 'STANDING'],
  RULES: ['tie', 'STANDING'],
  MEMBER_OF: ['tie', 'STANDING', 'is one of'],
  BRANCH_OF: ['tie', 'STANDING', 'is a branch of'],
  INSTITUTION_OF: ['tie', 'STANDING', 'is an institution of'],
  FORMERLY_PART_OF: ['tie', 'STANDING', 'was part of'],
  LOCATED_IN: ['tie', 'STANDING', 'is in'],
  HAS_INFLUENCE_IN: ['tie', 'STANDING'],
  EVACUATED_EMBASSIES_IN: ['tie', 'STANDING', 'evacuated their embassies in'],
  REGARDS: ['tie', 'STANDING'],
  UNDERSCORED: ['tie', 'STANDING', 'showed the standing of'],
  FROM: ['tie', 'STANDING', 'is quoted from'],
} as const satisfies Record<string, Row>;

/** Every type the vocabulary knows, in the legend's order. */
export const RELATIONSHIP_KINDS: readonly RelationshipKind[] = Object.entries<Row>(TABLE).map(
  ([type, [family, event, phrase]]) => ({
    type,
    family,
    event,
    quad: QUAD_OF_EVENT[event],
    tone: FAMILIES[family].tone,
    phrase: phrase ?? phraseOf(type),
  }),
);

const KIND_OF_TYPE = new Map(RELATIONSHIP_KINDS.map((kind) => [kind.type, kind]));

/** What a type means, or undefined where the vocabulary does not know it (event data, a user's own graph). */
export function relationshipKind(type: string): RelationshipKind | undefined {
  return KIND_OF_TYPE.get(type);
}

/**
 * The words for a type: the vocabulary's, or those the type itself spells
 * (`MADE_AN_APPEAL_OR_REQUEST` → "made an appeal or request", `worksFor` → "works for").
 */
export function relationshipPhrase(type: string): string {
  return KIND_OF_TYPE.get(type)?.phrase ?? phraseOf(type);
}

function phraseOf(type: string): string {
  return type
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase();
}

/** How a claim is drawn: by its type; one that is not in the table by the PLOVER event it was coded as, else as standing. */
export function toneOf(type: string, event: unknown): Tone {
  const known = relationshipKind(type);
  if (known !== undefined) return known.tone;
  if (event === 'REQUEST') return 'request';
  if (event === 'THREATEN') return 'warning';
  const quad =
    typeof event === 'string' ? (QUAD_OF_EVENT as Record<string, Quad | undefined>)[event] : undefined;
  if (quad === undefined || quad === 'none') return 'standing';
  return quad.endsWith('cooperation') ? 'cooperation' : 'conflict';
}

export interface NodeKind {
  readonly label: string;
  /** The legend's words. */
  readonly singular: string;
  readonly plural: string;
  /** False for what is reached through a claim, and drawn only when a query asks for it. */
  readonly drawn: boolean;
}

/** Kinds of node in the legend's order: the first label that a node carries is its kind, so the general ones come last. */
export const NODE_KINDS: readonly NodeKind[] = [
  { label: 'State', singular: 'state', plural: 'States', drawn: true },
  { label: 'Official', singular: 'official', plural: 'Officials', drawn: true },
  { label: 'Person', singular: 'person', plural: 'People', drawn: true },
  { label: 'Group', singular: 'armed or political group', plural: 'Armed and political groups', drawn: true },
  { label: 'Organization', singular: 'institution', plural: 'Institutions', drawn: true },
  { label: 'Collective', singular: 'collective', plural: 'Collectives', drawn: true },
  { label: 'Event', singular: 'event', plural: 'Events', drawn: true },
  { label: 'Place', singular: 'place', plural: 'Places', drawn: true },
  { label: 'Source', singular: 'source', plural: 'Sources', drawn: false },
  { label: 'Evidence', singular: 'quote', plural: 'Quotes', drawn: false },
  { label: 'Actor', singular: 'actor', plural: 'Other actors', drawn: true },
];

/** A node's kind by its labels; undefined where none of them is known. */
export function nodeKind(labels: readonly string[]): NodeKind | undefined {
  return NODE_KINDS.find((kind) => labels.includes(kind.label));
}

/** The kind of a node's labels as the picture and the legend know it: a label of `NODE_KINDS`, or `other`. */
export const kindOfLabels = (labels: readonly string[]): string => nodeKind(labels)?.label ?? 'other';
