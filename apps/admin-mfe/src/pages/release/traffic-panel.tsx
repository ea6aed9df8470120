import type { Rollout } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { Panel } from '@plaza/ui/panel';
import { ShareBars } from '@plaza/ui/share-bars';
import { type Fact, FactList } from '../../shared/fact-list.tsx';
import { formatMoment } from '../../shared/when.ts';
import { releaseMessages as texts } from '../releases/messages.ts';
import { ReleaseName } from '../releases/release-name.tsx';
import { RolloutBadge } from '../releases/rollout-badge.tsx';
import type { WantedStep } from './wanted-step.ts';

export interface TrafficPanelProps {
  rollout: Rollout;
  onStep: (step: WantedStep) => void;
}

/** Which releases visitors get, how many of them each, and what can be done about it. */
export function TrafficPanel({ rollout, onStep }: TrafficPanelProps) {
  const { canary, isOwn } = rollout;
  return (
    <Panel
      label={texts.traffic}
      title={texts.traffic}
      aside={<RolloutBadge {...rollout} />}
      text={isOwn ? undefined : texts.notOwn}
      footer={isOwn && <Steps rollout={rollout} onStep={onStep} />}
    >
      <div className="flex flex-col gap-6">
        <FactList wide facts={factsOf(rollout)} />
        {canary?.audience.kind === 'share' && <Split percent={canary.audience.percent} />}
      </div>
    </Panel>
  );
}

function factsOf({ stable, previous, canary }: Rollout): Fact[] {
  return [
    { label: texts.stable, value: <ReleaseName release={stable} none={texts.noRelease} /> },
    ...(canary
      ? [
          { label: texts.canary, value: <ReleaseName release={canary.release} none="" /> },
          {
            label: texts.audience,
            value: (
              <span className="flex flex-col gap-0.5">
                {texts.audienceOf(canary.audience)}
                <span className="text-sm text-ink-muted">
                  {texts.since} <time dateTime={canary.startedAt}>{formatMoment(canary.startedAt)}</time>
                </span>
              </span>
            ),
          },
        ]
      : []),
    { label: texts.previous, value: <ReleaseName release={previous} none={texts.nothingBefore} /> },
  ];
}

/** How visitors are divided. */
const Split = ({ percent }: { percent: number }) => (
  <ShareBars
    label={texts.visitorsLegend}
    bars={[
      { label: texts.canary, value: `${percent}%`, share: percent / 100 },
      {
        label: texts.stable,
        value: `${100 - percent}%`,
        share: 1 - percent / 100,
        note: texts.restOfVisitors,
      },
    ]}
  />
);

/** The steps that make sense now; the most likely one first. */
function Steps({ rollout, onStep }: TrafficPanelProps) {
  const { stable, previous, canary, isOff } = rollout;
  const canaryVersion = canary?.release.version;
  const button = (step: WantedStep, variant: 'primary' | 'secondary' | 'danger' = 'secondary') => (
    <Button key={step.kind} size="sm" variant={variant} onClick={() => onStep(step)}>
      {texts.steps[step.kind].yes}
    </Button>
  );
  return (
    <div className="flex flex-wrap gap-3">
      {canary && canaryVersion !== undefined && (
        <>
          {button({ kind: 'promote', version: canaryVersion }, 'primary')}
          {button({ kind: canary.isHeld ? 'resume' : 'hold', version: canaryVersion })}
          {button({ kind: 'changeAudience', version: canaryVersion, audience: canary.audience })}
          {button({ kind: 'rollBack', version: canaryVersion }, 'danger')}
        </>
      )}
      {!canary && stable && previous && button({ kind: 'rollBack', version: stable.version }, 'danger')}
      {stable && button({ kind: isOff ? 'switchOn' : 'switchOff' })}
    </div>
  );
}
