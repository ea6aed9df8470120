import clsx from 'clsx';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';

const looks: Record<Tone, { box: string; icon: ReactNode }> = {
  neutral: { box: 'bg-surface-sunken text-ink-muted', icon: <Info size={20} /> },
  accent: { box: 'bg-accent-soft text-accent', icon: <Info size={20} /> },
  positive: { box: 'bg-positive-soft text-positive', icon: <CircleCheck size={20} /> },
  warning: { box: 'bg-warning-soft text-warning', icon: <TriangleAlert size={20} /> },
  danger: { box: 'bg-danger-soft text-danger', icon: <CircleAlert size={20} /> },
};

export interface NoticeProps {
  tone?: Tone | undefined;
  title?: string | undefined;
  icon?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  className?: string | undefined;
}

/** A message in the flow of the page. Danger is announced at once, the rest politely. */
export function Notice({ tone = 'neutral', title, icon, actions, children, className }: NoticeProps) {
  const look = looks[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={clsx('flex items-start gap-3 rounded-md px-4 py-3.5', look.box, className)}
    >
      <span className="mt-0.5 shrink-0" aria-hidden="true">
        {icon ?? look.icon}
      </span>
      <div className="min-w-0 flex-1 text-sm text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={clsx(title && 'mt-0.5')}>{children}</div>}
        {actions && <div className="mt-2.5 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  );
}
