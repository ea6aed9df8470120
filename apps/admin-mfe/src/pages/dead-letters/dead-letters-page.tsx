import type { DeadLetterReason } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { paths, useNavigation } from '@plaza/navigation';
import { useState } from 'react';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { CountsPanel } from './counts-panel.tsx';
import { LetterDrawer } from './letter-drawer.tsx';
import { LettersPanel } from './letters-panel.tsx';
import { type DeadLettersData, deadLettersInput } from './load-dead-letters.ts';
import { deadLettersMessages as texts } from './messages.ts';
import { ReplayDialog, type WantedReplay } from './replay-dialog.tsx';

/** What could not be taken: how much, why, one by one, and letting it go again. */
export function DeadLettersPage({ data, search }: PageProps<DeadLettersData>) {
  const { open } = useNavigation();
  const [wanted, setWanted] = useState<WantedReplay | null>(null);
  if (typeof data === 'string') return <NothingToSee why={data} returnTo={paths.adminDeadLetters()} />;
  const { counts, page } = data;
  const input = deadLettersInput(search);
  const letter = page?.items.find(({ id }) => id === search.letter) ?? null;
  const replayAll = (reason: DeadLetterReason) => setWanted({ reason });
  return (
    <AdminFrame section="deadLetters" title={texts.title} aside={texts.text}>
      <div className="flex flex-col gap-4">
        <CountsPanel counts={counts} chosen={input.reason} onReplayAll={replayAll} />
        {counts?.length !== 0 && <LettersPanel page={page} input={input} />}
      </div>
      <LetterDrawer
        letter={letter}
        onClose={() => void open(paths.adminDeadLetters(input), { keepScroll: true })}
        onReplay={({ id }) => setWanted({ ids: [id] })}
      />
      <ReplayDialog wanted={wanted} onClose={() => setWanted(null)} />
    </AdminFrame>
  );
}
