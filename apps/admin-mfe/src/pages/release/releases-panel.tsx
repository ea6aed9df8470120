import type { ReleaseSummary, Rollout } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { Badge } from '@plaza/ui/badge';
import { Button, buttonClass } from '@plaza/ui/button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatKilobytes } from '@plaza/ui/format';
import { Panel } from '@plaza/ui/panel';
import { ShowAll } from '@plaza/ui/show-all';
import { EmptyState } from '@plaza/ui/states';
import { formatMoment } from '../../shared/when.ts';
import { releaseMessages as texts } from '../releases/messages.ts';
import type { WantedStep } from './wanted-step.ts';

const SHOWN_RELEASES = 8;

export interface ReleasesPanelProps {
  rollout: Rollout;
  releases: readonly ReleaseSummary[];
  onStep: (step: WantedStep) => void;
}

/** Every release, newest first, with what can be done with it. */
export function ReleasesPanel({ rollout, releases, onStep }: ReleasesPanelProps) {
  const stable = rollout.stable?.version;
  const canary = rollout.canary?.release.version;
  const columns: Column<ReleaseSummary>[] = [
    {
      id: 'version',
      header: texts.version,
      primary: true,
      cell: ({ version }) => (
        <span className="flex flex-wrap items-center gap-2">
          <code className="text-sm">{version}</code>
          {version === stable && <Badge tone="positive">{texts.stable}</Badge>}
          {version === canary && <Badge tone="accent">{texts.canary}</Badge>}
        </span>
      ),
    },
    { id: 'note', header: texts.note, className: 'wrap-anywhere sm:max-w-72', cell: ({ note }) => note },
    {
      id: 'releasedAt',
      header: texts.releasedAt,
      cell: ({ releasedAt, releasedBy }) => (
        <span>
          <time dateTime={releasedAt} className="whitespace-nowrap">
            {formatMoment(releasedAt)}
          </time>{' '}
          <span className="text-ink-muted">{texts.releasedBy(releasedBy)}</span>
        </span>
      ),
    },
    {
      id: 'size',
      header: texts.size,
      align: 'end',
      className: 'whitespace-nowrap',
      cell: ({ scriptBytes, styleBytes }) =>
        `${formatKilobytes(scriptBytes)} + ${formatKilobytes(styleBytes)}`,
    },
    {
      id: 'actions',
      header: texts.choose,
      hideHeader: true,
      align: 'end',
      cell: ({ version }) =>
        version !== stable && (
          <span className="flex flex-wrap justify-end gap-2 lg:flex-nowrap">
            {stable !== undefined && (
              <AppLink
                href={paths.adminRelease(rollout.frontend, { compare: version })}
                keepScroll
                prefetch={false}
                aria-label={`${texts.compareWithStable}: ${version}`}
                className={buttonClass({ variant: 'quiet', size: 'sm' })}
              >
                {texts.compare}
              </AppLink>
            )}
            {rollout.isOwn && version !== canary && (
              <>
                {stable !== undefined && <StepButton kind="startCanary" version={version} onStep={onStep} />}
                <StepButton kind="activate" version={version} onStep={onStep} />
              </>
            )}
          </span>
        ),
    },
  ];
  return (
    <Panel label={texts.releases} title={texts.releases} text={texts.releasesText}>
      <div className="flex flex-col gap-4">
        <ShowAll rows={releases} first={SHOWN_RELEASES}>
          {(shown) => (
            <DataTable
              caption={texts.releases}
              columns={columns}
              rows={shown}
              rowKey={({ version }) => version}
              empty={<EmptyState compact title={texts.emptyTitle} text={texts.emptyText} />}
            />
          )}
        </ShowAll>
      </div>
    </Panel>
  );
}

interface StepButtonProps {
  kind: 'startCanary' | 'activate';
  version: string;
  onStep: (step: WantedStep) => void;
}

const StepButton = ({ kind, version, onStep }: StepButtonProps) => (
  <Button
    size="sm"
    variant="secondary"
    aria-label={`${texts.steps[kind].yes}: ${version}`}
    onClick={() => onStep({ kind, version })}
  >
    {texts.steps[kind].yes}
  </Button>
);
