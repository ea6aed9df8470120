import type { DeadLetter } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { Drawer } from '@plaza/ui/drawer';
import { Notice } from '@plaza/ui/notice';
import { ScrollBox } from '@plaza/ui/scroll-box';
import { type Fact, FactList } from '../../shared/fact-list.tsx';
import { formatMoment } from '../../shared/when.ts';
import { deadLettersMessages as texts } from './messages.ts';

export interface LetterDrawerProps {
  /** The letter to show; the drawer is closed without one. */
  letter: DeadLetter | null;
  onClose: () => void;
  onReplay: (letter: DeadLetter) => void;
}

/** One letter beside the list, with what was sent. */
export function LetterDrawer({ letter, onClose, onReplay }: LetterDrawerProps) {
  return (
    <Drawer open={letter !== null} onClose={onClose} title={texts.letter}>
      {letter && (
        <div className="flex flex-col gap-5">
          <FactList facts={factsOf(letter)} />
          <div>
            <p id="payload" className="mb-1 text-sm font-medium text-ink-muted">
              {texts.payload}
            </p>
            <ScrollBox
              aria-labelledby="payload"
              className="max-h-96 overflow-auto rounded-md bg-surface-sunken p-4"
            >
              <pre className="text-xs whitespace-pre-wrap wrap-anywhere">{indent(letter.payload)}</pre>
            </ScrollBox>
          </div>
          {letter.replayedAt === null &&
            (letter.isReplayable ? (
              <Button onClick={() => onReplay(letter)}>{texts.replayOne}</Button>
            ) : (
              <Notice>{texts.notReplayable}</Notice>
            ))}
        </div>
      )}
    </Drawer>
  );
}

const factsOf = ({ id, source, reason, detail, receivedAt, replayedAt }: DeadLetter): Fact[] => [
  { label: texts.detail, value: detail || texts.reasons[reason] },
  { label: texts.reason, value: texts.reasons[reason] },
  { label: texts.source, value: texts.sources[source] },
  { label: texts.received, value: formatMoment(receivedAt) },
  ...(replayedAt === null ? [] : [{ label: texts.replayedAt, value: formatMoment(replayedAt) }]),
  { label: texts.id, value: <code className="text-sm">{id}</code> },
];

/** JSON in lines for people; what is none, such as what was cut, as it is. */
function indent(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
}
