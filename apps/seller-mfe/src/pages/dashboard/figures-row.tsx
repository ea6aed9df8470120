import { StatTile } from '@plaza/ui/stat-tile';
import { dashboardMessages as texts } from './messages.ts';

export interface Figure {
  label: string;
  value: string;
  now: number | null;
  /** Null when the period before is not known as a whole. */
  before: number | null;
  goodWhen?: 'up' | 'down';
  className?: string;
}

/** Figures beside each other, each against the period before; skeletons of the same size while they are read. */
export function FiguresRow({
  figures,
  loading,
  className,
}: {
  figures: readonly Figure[];
  loading?: boolean;
  className: string;
}) {
  return (
    <div className={className}>
      {figures.map(({ label, value, now, before, goodWhen, className: place }) => (
        <StatTile
          key={label}
          label={label}
          value={value}
          // Against nothing the tile says so.
          compare={now === null ? undefined : { now, before: before ?? 0 }}
          goodWhen={goodWhen}
          againstLabel={texts.against}
          loading={loading}
          className={place}
        />
      ))}
    </div>
  );
}
