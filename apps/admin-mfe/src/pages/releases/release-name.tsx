import type { ReleaseSummary } from '@plaza/contracts';
import { formatMoment } from '../../shared/when.ts';
import { releaseMessages as texts } from './messages.ts';

export interface ReleaseNameProps {
  release: ReleaseSummary | null;
  /** In place of a release that is not there. */
  none: string;
}

/** A release with what tells it from others: version, note, when and by whom. */
export function ReleaseName({ release, none }: ReleaseNameProps) {
  if (release === null) return <span className="text-ink-muted">{none}</span>;
  const { version, note, releasedAt, releasedBy } = release;
  return (
    <span className="flex flex-col gap-0.5">
      <code className="text-sm">{version}</code>
      {note && <span className="wrap-anywhere">{note}</span>}
      <span className="text-sm text-ink-muted">
        <time dateTime={releasedAt}>{formatMoment(releasedAt)}</time> {texts.releasedBy(releasedBy)}
      </span>
    </span>
  );
}
