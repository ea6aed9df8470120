import type { ContractInput } from './check-contract.ts';

/** Somebody shows a slot with some props, somebody offers it and takes some. */
interface Meeting {
  slot: string;
  shownBy: string;
  shown: string;
  offeredBy: string;
  /** Undefined when the slot is not there. */
  offered: string | undefined;
}

/**
 * Slots that others show must still be there and take what they are given, and those that this build shows must take
 * what it gives.
 */
export async function checkSlots({ manifest, shell, market }: ContractInput): Promise<string[]> {
  const { name } = manifest.declaration;
  const others = market.live.filter(({ frontend }) => frontend !== name);
  const users = [
    { by: 'the shell', uses: shell.slots },
    ...others.map(({ frontend, arm, manifest: live }) => ({
      by: arm === 'canary' ? `${frontend} (canary)` : frontend,
      uses: live.slots.uses,
    })),
  ];
  const offering = users.flatMap(({ by, uses }) =>
    Object.entries(uses)
      .filter(([slot]) => slot.startsWith(`${name}/`))
      .map(([slot, shown]): Meeting => {
        const offered = manifest.slots.offers[slot.slice(name.length + 1)];
        return { slot, shownBy: by, shown, offeredBy: 'this build', offered };
      }),
  );
  const showing = Object.entries(manifest.slots.uses).flatMap(([slot, shown]) => {
    const [frontend = '', expose = ''] = slot.split('/');
    const offers =
      frontend === name
        ? [{ arm: 'this build', manifest }]
        : others.filter((other) => other.frontend === frontend);
    const meeting = { slot, shownBy: 'this build', shown };
    if (offers.length === 0) return [{ ...meeting, offeredBy: frontend, offered: undefined }];
    return offers.map(
      (live): Meeting => ({ ...meeting, offeredBy: frontend, offered: live.manifest.slots.offers[expose] }),
    );
  });
  const meetings = [...offering, ...showing];
  const absent = meetings
    .filter(({ offered }) => offered === undefined)
    .map(({ slot, shownBy, offeredBy }) => `${shownBy} shows ${slot}, which ${offeredBy} does not offer.`);
  return [...new Set([...absent, ...(await compareProps(meetings))])];
}

/** Types are compared by the compiler, which is loaded only when two of them are not the same to the letter. */
async function compareProps(meetings: readonly Meeting[]): Promise<string[]> {
  const different = meetings.flatMap(({ offered, ...rest }) =>
    offered === undefined || offered === rest.shown ? [] : [{ ...rest, offered }],
  );
  if (different.length === 0) return [];
  const { findUnassignable } = await import('./find-unassignable.ts');
  const reasons = findUnassignable(different.map(({ shown, offered }) => ({ from: shown, to: offered })));
  return different.flatMap(({ slot, shownBy, offeredBy }, index) => {
    const reason = reasons[index];
    return reason ? [`${shownBy} shows ${slot} with other props than ${offeredBy} takes: ${reason}`] : [];
  });
}
