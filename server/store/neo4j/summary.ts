/** The driver's summary in the words of `graph/result.ts`. */
import type { Notification as DriverNotification, ResultSummary } from 'neo4j-driver';
import type { Notification, Plan, Summary } from '../../../graph/result.ts';
import { fromDriver } from './values.ts';

const QUERY_TYPES: readonly string[] = ['r', 'w', 'rw', 's'];
const isQueryType = (type: string): type is Summary['queryType'] => QUERY_TYPES.includes(type);

export function summaryOf(summary: ResultSummary, bookmarks: readonly string[], truncated: boolean): Summary {
  const plan = summary.profile || summary.plan;
  const counts = summary.counters.updates();
  return {
    queryType: isQueryType(summary.queryType) ? summary.queryType : 'r',
    counters: {
      nodesCreated: counts.nodesCreated,
      nodesDeleted: counts.nodesDeleted,
      relationshipsCreated: counts.relationshipsCreated,
      relationshipsDeleted: counts.relationshipsDeleted,
      propertiesSet: counts.propertiesSet,
      labelsAdded: counts.labelsAdded,
      labelsRemoved: counts.labelsRemoved,
      indexesAdded: counts.indexesAdded,
      indexesRemoved: counts.indexesRemoved,
      constraintsAdded: counts.constraintsAdded,
      constraintsRemoved: counts.constraintsRemoved,
    },
    notifications: notificationsOf(summary),
    plan: plan === false ? undefined : planOf(plan),
    profiled: summary.hasProfile(),
    bookmarks,
    truncated,
  };
}

/** The driver gives the same notifications twice, in one order: with their codes, and with their GQLSTATUS. */
function notificationsOf({ notifications, gqlStatusObjects }: ResultSummary): Notification[] {
  const statuses = gqlStatusObjects.filter(({ isNotification }) => isNotification);
  return notifications.map((notification, i) => ({
    ...notificationOf(notification),
    ...(statuses.length === notifications.length ? { gqlStatus: statuses[i]?.gqlStatus ?? '' } : {}),
  }));
}

function notificationOf(notification: DriverNotification): Notification {
  const { code, title, description, severityLevel, category, position } = notification;
  const severity = severityLevel === 'WARNING' ? 'WARNING' : 'INFORMATION';
  const said = { code, title, description, severity, category } as const;
  if (!('offset' in position) || position.offset === undefined) return said;
  const { offset, line = 1, column = 1 } = position;
  return { ...said, position: { offset, line, column } };
}

interface DriverPlan {
  readonly operatorType: string;
  readonly identifiers: readonly string[];
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly DriverPlan[];
}

const planOf = (plan: DriverPlan): Plan => ({
  operatorType: plan.operatorType,
  identifiers: plan.identifiers,
  arguments: Object.fromEntries(
    Object.entries(plan.arguments).map(([name, value]) => [name, fromDriver(value)]),
  ),
  children: plan.children.map(planOf),
});
