import { type CanaryAudience, canaryAudienceSchema, type RolloutChangeResult } from '@plaza/contracts';
import { type Host, useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { useNavigation } from '@plaza/navigation';
import { useMutation } from '@tanstack/react-query';
import { explainError } from '../../shared/explain-error.ts';
import { releaseMessages as texts } from '../releases/messages.ts';
import { type AudienceValues, toAudience } from './audience-form.ts';
import { versionOf, type WantedStep } from './wanted-step.ts';

type StepValues = AudienceValues & { reason: string };

/**
 * Takes a step, after a fresh proof when one is asked for; says that it is done, and shows what visitors get then. `dialog`
 * is to be rendered: the question for the proof.
 */
export function useChangeRollout(input: { frontend: string; wanted: WantedStep; onDone: () => void }) {
  const { frontend, wanted, onDone } = input;
  const { client, notify } = useHost();
  const { reload } = useNavigation();
  const { guard, dialog } = useStepUp();
  const mutation = useMutation({
    // Without a network it fails at once: sent later, it would surprise.
    networkMode: 'always',
    mutationFn: ({ reason, ...values }: StepValues) =>
      guard(() => send(client, { frontend, reason }, wanted, values)),
    async onSuccess(answer) {
      if (answer.ok) {
        notify({ tone: 'success', text: texts.steps[wanted.kind].done(versionOf(wanted)) });
        onDone();
      }
      await reload();
    },
  });
  const refusal = mutation.data && !mutation.data.ok ? explainRefusal(mutation.data) : null;
  return {
    take: (values: StepValues) => mutation.mutate(values),
    busy: mutation.isPending,
    problem: mutation.isError ? explainError(mutation.error) : refusal,
    dialog,
  };
}

const explainRefusal = (refusal: Extract<RolloutChangeResult, { ok: false }>): string =>
  refusal.code === 'pages_taken'
    ? refusal.pages.map(({ path, frontend }) => texts.pageTaken(path, frontend)).join(' ')
    : texts.refusals[refusal.code];

function send(
  { release }: Host['client'],
  about: { frontend: string; reason: string },
  wanted: WantedStep,
  values: AudienceValues,
): Promise<RolloutChangeResult> {
  // The form has checked it.
  const audience = (): CanaryAudience => canaryAudienceSchema.parse(toAudience(values));
  switch (wanted.kind) {
    case 'switchOff':
      return release.switchOff.mutate(about);
    case 'switchOn':
      return release.switchOn.mutate(about);
    case 'startCanary':
      return release.startCanary.mutate({ ...about, version: wanted.version, audience: audience() });
    case 'changeAudience':
      return release.changeAudience.mutate({ ...about, version: wanted.version, audience: audience() });
    case 'activate':
      return release.activate.mutate({ ...about, version: wanted.version });
    case 'promote':
      return release.promote.mutate({ ...about, version: wanted.version });
    case 'hold':
      return release.hold.mutate({ ...about, version: wanted.version });
    case 'resume':
      return release.resume.mutate({ ...about, version: wanted.version });
    case 'rollBack':
      return release.rollBack.mutate({ ...about, version: wanted.version });
  }
}
