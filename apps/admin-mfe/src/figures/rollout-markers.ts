import { dayOf, type Period, type RolloutChange } from '@plaza/contracts';
import type { Marker } from '@plaza/ui/chart-series';
import { formatDay } from '@plaza/ui/days';
import { figureMessages } from './messages.ts';

const texts = figureMessages.rollout;
/** More fit into no tooltip; the table below the charts has all. */
const MAX_NOTES = 4;

/** What visitors may have noticed; a release that nobody gets yet is not. */
const isNoticed = ({ action }: RolloutChange): boolean => action !== 'registered';

/**
 * The days on which somebody changed what visitors get of a frontend, for lines in a chart: the last change of each names
 * its day.
 * @param changes the newest first
 */
export function rolloutMarkers(changes: readonly RolloutChange[], period: Period): Marker[] {
  const byDay = new Map<string, RolloutChange[]>();
  for (const change of changes.filter(isNoticed)) {
    const day = dayOf(new Date(change.at));
    if (day >= period.from && day <= period.to) byDay.set(day, [...(byDay.get(day) ?? []), change]);
  }
  return [...byDay].map(([day, [last, ...others]]) => ({
    label: formatDay(day, period),
    name: last ? texts.marked(last.action, others.length) : '',
    notes: notesOf(last ? [last, ...others] : others),
  }));
}

function notesOf(changes: readonly RolloutChange[]): string[] {
  const notes = changes.slice(0, MAX_NOTES).map((change) => texts.note(change));
  return changes.length > MAX_NOTES ? [...notes, texts.more(changes.length - MAX_NOTES)] : notes;
}
