import { listDeadLettersInput } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadPanel } from '../../figures/load-panel.ts';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';

const { reason, state, cursor } = listDeadLettersInput.shape;

/** The list as the address asks for it: `reason`, `state`, `cursor`. */
export function deadLettersInput(search: Readonly<Record<string, string>>) {
  const [asked, of, from] = [
    reason.safeParse(search.reason).data,
    state.safeParse(search.state).data ?? 'waiting',
    cursor.safeParse(search.cursor).data,
  ];
  return { state: of, ...(asked && { reason: asked }), ...(from && { cursor: from }) };
}

async function fetchDeadLetters(api: LoaderInput['api'], search: LoaderInput['search']) {
  const { deadLetters } = api.analytics;
  const [counts, page] = await Promise.all([
    loadPanel(() => deadLetters.counts.query()),
    loadPanel(() => deadLetters.list.query(deadLettersInput(search))),
  ]);
  return { counts, page };
}

/** Counts and a page of letters, null for what could not be read; or why there is nothing to see. */
export type DeadLettersData = Awaited<ReturnType<typeof fetchDeadLetters>> | Denied;

export const loadDeadLetters = ({ api, search }: LoaderInput): LoaderResult<DeadLettersData> =>
  loadForStaff(() => fetchDeadLetters(api, search));
