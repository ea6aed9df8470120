import clsx from 'clsx';
import CircleAlert from 'lucide-react/icons/circle-alert';
import WifiOff from 'lucide-react/icons/wifi-off';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import * as messages from './messages.ts';
import { Notice } from './notice.tsx';

interface StateProps {
  title: string;
  text?: ReactNode;
  icon?: ReactNode;
  /** What somebody can do now: buttons or links. */
  actions?: ReactNode;
  /** Small enough for the place of a slot in a page. */
  compact?: boolean | undefined;
  className?: string | undefined;
}

function State({ title, text, icon, actions, compact, className }: StateProps) {
  return (
    <div
      className={clsx(
        'flex flex-col items-center justify-center gap-3 text-center',
        compact ? 'p-4' : 'px-6 py-16',
        className,
      )}
    >
      {icon && (
        <span
          aria-hidden="true"
          className={clsx(
            'grid place-items-center rounded-full bg-surface-sunken text-ink-muted',
            compact ? 'size-10' : 'mb-2 size-16',
          )}
        >
          {icon}
        </span>
      )}
      <p className={clsx('font-semibold text-ink', compact ? 'text-base' : 'text-xl')}>{title}</p>
      {text && <p className={clsx('max-w-md text-ink-muted', compact && 'text-sm')}>{text}</p>}
      {actions && <div className="mt-2 flex flex-wrap items-center justify-center gap-3">{actions}</div>}
    </div>
  );
}

/** Nothing here yet, and what to do about it. */
export function EmptyState(props: StateProps) {
  return <State {...props} />;
}

export interface ErrorStateProps extends Omit<StateProps, 'title' | 'icon'> {
  title?: string | undefined;
  onRetry?: (() => void) | undefined;
  retrying?: boolean | undefined;
  retryLabel?: string | undefined;
}

/** A part that failed, in its own place, with a way to try again. */
export function ErrorState({
  title,
  text,
  onRetry,
  retrying,
  retryLabel,
  actions,
  ...rest
}: ErrorStateProps) {
  const retry = onRetry && (
    <Button variant="secondary" size={rest.compact ? 'sm' : 'md'} busy={retrying} onClick={onRetry}>
      {retryLabel ?? messages.retry}
    </Button>
  );
  return (
    <div role="alert">
      <State
        {...rest}
        title={title ?? messages.errorTitle}
        text={text ?? messages.errorText}
        icon={<CircleAlert size={rest.compact ? 20 : 28} />}
        actions={
          (retry || actions) && (
            <>
              {retry}
              {actions}
            </>
          )
        }
      />
    </div>
  );
}

/** Said once at the top of a page while the network is gone. */
export function OfflineNotice({ title, text }: { title?: string | undefined; text?: string | undefined }) {
  return (
    <Notice tone="warning" title={title ?? messages.offlineTitle} icon={<WifiOff size={20} />}>
      {text ?? messages.offlineText}
    </Notice>
  );
}
