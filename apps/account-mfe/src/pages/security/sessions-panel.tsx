import type { DeviceSession } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Badge } from '@plaza/ui/badge';
import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { Panel } from '@plaza/ui/panel';
import { useQuery } from '@tanstack/react-query';
import Monitor from 'lucide-react/icons/monitor';
import { useFormatTime } from '../../local-time.tsx';
import { securityMessages } from './messages.ts';
import { useChange } from './use-change.ts';

const texts = securityMessages.sessions;

/** The browsers that are signed in; each can be signed out, and all others at once. */
export function SessionsPanel({ initial }: { initial: DeviceSession[] }) {
  const { api, client, notify } = useHost();
  const { data: sessions } = useQuery(api.session.list.queryOptions(undefined, { initialData: initial }));
  const end = useChange(
    ({ id }: DeviceSession) => client.session.end.mutate({ sessionId: id }),
    (_result, { device }) => notify({ tone: 'success', text: texts.ended(device) }),
  );
  const endOthers = useChange(
    async () => ({ ok: true, ...(await client.session.endOthers.mutate()) }),
    ({ endedCount }) => notify({ tone: 'success', text: texts.endedOthers(endedCount) }),
  );
  const problem = end.problem ?? endOthers.problem;
  const hasOthers = sessions.some(({ isCurrent }) => !isCurrent);
  return (
    <Panel
      label={texts.title}
      title={texts.title}
      text={texts.text}
      footer={
        hasOthers && (
          <Button
            variant="secondary"
            busy={endOthers.isBusy}
            busyLabel={texts.endOthersBusy}
            onClick={() => endOthers.run(undefined)}
          >
            {texts.endOthers}
          </Button>
        )
      }
    >
      {problem && (
        <Notice tone="danger" className="mb-4">
          {problem}
        </Notice>
      )}
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isBusy={end.isBusy && end.input?.id === session.id}
            onEnd={() => end.run(session)}
          />
        ))}
      </ul>
      {end.dialog}
      {endOthers.dialog}
    </Panel>
  );
}

interface SessionRowProps {
  session: DeviceSession;
  isBusy: boolean;
  onEnd: () => void;
}

function SessionRow({ session: { device, place, isCurrent, lastSeenAt }, isBusy, onEnd }: SessionRowProps) {
  const formatTime = useFormatTime();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4 first:pt-0 last:pb-0">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-surface-sunken text-ink-muted">
        <Monitor size={20} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
          {device} {isCurrent && <Badge tone="accent">{texts.current}</Badge>}
        </p>
        <p className="text-sm text-ink-muted">
          {place ?? texts.noPlace} · <time dateTime={lastSeenAt}>{texts.seen(formatTime(lastSeenAt))}</time>
        </p>
      </div>
      {!isCurrent && (
        <Button
          size="sm"
          variant="secondary"
          aria-label={texts.endLabel(device)}
          busy={isBusy}
          onClick={onEnd}
        >
          {texts.end}
        </Button>
      )}
    </li>
  );
}
