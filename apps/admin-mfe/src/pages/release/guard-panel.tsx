import { type GuardFinding, type GuardReport, hasStableArm, type Rollout } from '@plaza/contracts';
import { StatusBadge, type Tone } from '@plaza/ui/badge';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatShare } from '@plaza/ui/format';
import { Panel } from '@plaza/ui/panel';
import { ProgressBar } from '@plaza/ui/progress-bar';
import { EmptyState } from '@plaza/ui/states';
import { formatMoment } from '../../shared/when.ts';
import { releaseMessages as texts } from '../releases/messages.ts';

const tones: Record<GuardReport['state'], Tone> = {
  waiting: 'neutral',
  watching: 'positive',
  worse: 'danger',
};

const writeCount = ({ bad, total }: GuardFinding['canary']): string =>
  total === 0 ? texts.none : texts.shareOf(formatShare(bad / total), bad, total);

const UNCOMPARED = { ...texts.uncompared, tone: 'neutral' } as const;
const compared = ({ state }: GuardReport) => ({
  ...texts.compared,
  state: texts.guardStates[state],
  tone: tones[state],
});

/** How far the evidence against the canary has come, from 0 to 1. */
const evidenceShare = ({ logEvidence, logLimit }: GuardFinding): number =>
  Math.min(1, Math.max(0, logEvidence / logLimit));

const ofCanary: Column<GuardFinding>[] = [
  { id: 'metric', header: texts.metric, primary: true, cell: ({ metric }) => texts.metrics[metric] },
  { id: 'canary', header: texts.canary, align: 'end', cell: ({ canary }) => writeCount(canary) },
];
const columns: Column<GuardFinding>[] = [
  ...ofCanary,
  { id: 'stable', header: texts.stable, align: 'end', cell: ({ stable }) => writeCount(stable) },
  {
    id: 'evidence',
    header: texts.evidence,
    className: 'sm:w-40',
    cell(finding) {
      const share = evidenceShare(finding);
      return (
        <span className="flex flex-col gap-1">
          <span className="text-sm">{texts.evidenceOf(Math.round(share * 100))}</span>
          <ProgressBar label={texts.metrics[finding.metric]} share={share} className="min-w-28" />
        </span>
      );
    },
  },
];

/** How the canary does beside the stable release, and how near it is to being rolled back; alone, where nobody has the other. */
export function GuardPanel({ canary: { guard, audience } }: { canary: NonNullable<Rollout['canary']> }) {
  const isCompared = hasStableArm(audience) || guard.findings.some(({ stable }) => stable.total > 0);
  const { title, text, state, tone, emptyTitle, emptyText } = isCompared ? compared(guard) : UNCOMPARED;
  return (
    <Panel label={title} title={title} text={text} aside={<StatusBadge tone={tone}>{state}</StatusBadge>}>
      <div className="flex flex-col gap-4">
        <DataTable
          caption={title}
          columns={isCompared ? columns : ofCanary}
          rows={guard.findings}
          rowKey={({ metric }) => metric}
          empty={<EmptyState compact title={emptyTitle} text={emptyText} />}
        />
        {guard.judgedUntil && (
          <p className="text-sm text-ink-muted">{texts.judgedUntil(formatMoment(guard.judgedUntil))}</p>
        )}
      </div>
    </Panel>
  );
}
