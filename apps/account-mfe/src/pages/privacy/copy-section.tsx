import type { DataExport, Privacy } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { StatusBadge } from '@plaza/ui/badge';
import { Button } from '@plaza/ui/button';
import { useMutation, useQuery } from '@tanstack/react-query';
import Download from 'lucide-react/icons/download';
import { useFormatTime } from '../../local-time.tsx';
import { profileMessages } from '../../profile/messages.ts';
import { Problem } from '../../profile/problem.tsx';
import { Section } from '../../profile/section.tsx';

const texts = profileMessages.privacy;
const POLL_MS = 3_000;
const tones = { asked: 'neutral', ready: 'positive', failed: 'danger' } as const;

/** The copies that were asked for; one that is being prepared turns ready by itself. */
export function CopySection({ initial }: { initial: Privacy }) {
  const { api, client } = useHost();
  const privacy = useQuery(
    api.profile.privacy.queryOptions(undefined, {
      initialData: initial,
      refetchInterval: ({ state }) =>
        state.data?.exports.some(({ status }) => status === 'asked') ? POLL_MS : false,
    }),
  );
  const { guard, dialog } = useStepUp();
  const ask = useMutation({
    networkMode: 'always',
    mutationFn: () => guard(() => client.profile.askForExport.mutate()),
    onSuccess: () => privacy.refetch(),
  });
  const refusal = ask.data && !ask.data.ok ? ask.data.message : undefined;
  const { exports } = privacy.data;
  const isUnderWay = exports.some(({ status }) => status === 'asked');
  return (
    <Section title={texts.copy}>
      <p className="text-ink-muted">{texts.copyText}</p>
      {exports.length > 0 && (
        <ul aria-live="polite" className="flex flex-col divide-y divide-line rounded-md border border-line">
          {exports.map((made) => (
            <Copy key={made.id} made={made} />
          ))}
        </ul>
      )}
      <Problem error={ask.error} text={refusal} />
      {!isUnderWay && (
        <Button
          variant="secondary"
          className="self-start"
          busy={ask.isPending}
          busyLabel={texts.asking}
          onClick={() => ask.mutate()}
        >
          {texts.ask}
        </Button>
      )}
      {dialog}
    </Section>
  );
}

function Copy({ made }: { made: DataExport }) {
  const { client } = useHost();
  const formatTime = useFormatTime();
  const { guard, dialog } = useStepUp();
  const open = useMutation({
    networkMode: 'always',
    mutationFn: () => guard(() => client.profile.openExport.mutate({ exportId: made.id })),
    // A file to be saved: the page stays.
    onSuccess: (result) => result.ok && location.assign(result.path),
  });
  const refusal = open.data && !open.data.ok ? open.data.message : undefined;
  return (
    <li className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <p className="text-sm">
            {texts.askedAt(formatTime(made.askedAt))}
            {made.status === 'ready' && (
              <span className="text-ink-muted"> · {texts.until(formatTime(made.expiresAt, 'day'))}</span>
            )}
          </p>
          <StatusBadge tone={tones[made.status]}>{texts.statusOf[made.status]}</StatusBadge>
        </div>
        {made.status === 'ready' && (
          <Button
            size="sm"
            busy={open.isPending}
            busyLabel={texts.downloading}
            icon={<Download size={16} aria-hidden="true" />}
            onClick={() => open.mutate()}
          >
            {texts.download}
          </Button>
        )}
      </div>
      <Problem error={open.error} text={refusal} />
      {dialog}
    </li>
  );
}
