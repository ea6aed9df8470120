import clsx from 'clsx';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import X from 'lucide-react/icons/x';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import * as messages from './messages.ts';
import type { Toaster as ToasterStore, ToastMessage } from './toaster-store.ts';

export interface ToasterProps {
  toaster: ToasterStore;
  label?: string | undefined;
  dismissLabel?: string | undefined;
}

const NONE: readonly ToastMessage[] = [];

/**
 * Shows the messages of a toaster, above everything and above what is docked to the bottom edge (`--plaza-dock`, its
 * height). They wait while the pointer or the focus is on them.
 */
export function Toaster({ toaster, label, dismissLabel }: ToasterProps) {
  const toasts = useSyncExternalStore(toaster.subscribe, toaster.list, () => NONE);
  const [held, setHeld] = useState(false);
  const regionRef = useRef<HTMLElement>(null);
  const newest = toasts.at(-1)?.id;

  // Shown anew for every message: the last one shown lies on top, an open dialog included.
  useEffect(() => {
    const region = regionRef.current;
    if (!region?.showPopover) return;
    if (region.matches(':popover-open')) region.hidePopover();
    if (newest !== undefined) region.showPopover();
  }, [newest]);

  return (
    <section
      ref={regionRef}
      popover="manual"
      aria-label={label ?? messages.notifications}
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="fixed inset-x-4 top-auto bottom-[calc(1rem+var(--plaza-dock))] m-0 hidden w-auto flex-col gap-2 overflow-visible border-0 bg-transparent p-0 open:flex sm:inset-x-auto sm:end-6 sm:w-96 lg:bottom-6"
    >
      {toasts.map((toast) => (
        <Toast
          key={toast.id}
          toast={toast}
          held={held}
          dismissLabel={dismissLabel ?? messages.dismiss}
          onDismiss={() => toaster.dismiss(toast.id)}
        />
      ))}
    </section>
  );
}

interface ToastProps {
  toast: ToastMessage;
  held: boolean;
  dismissLabel: string;
  onDismiss: () => void;
}

const icons = {
  neutral: <Info size={20} className="text-ink-muted" />,
  positive: <CircleCheck size={20} className="text-positive" />,
  danger: <CircleAlert size={20} className="text-danger" />,
};

function Toast({ toast, held, dismissLabel, onDismiss }: ToastProps) {
  const dismissRef = useRef(onDismiss);
  dismissRef.current = onDismiss;

  useEffect(() => {
    if (held || toast.durationMs === 0) return;
    const timer = setTimeout(() => dismissRef.current(), toast.durationMs);
    return () => clearTimeout(timer);
  }, [held, toast.durationMs]);

  return (
    <div
      role={toast.tone === 'danger' ? 'alert' : undefined}
      className="flex items-start gap-3 rounded-md border border-line bg-surface-raised py-3 ps-4 pe-2 text-ink shadow-overlay transition-[opacity,translate] duration-300 starting:translate-y-3 starting:opacity-0"
    >
      <span className="mt-1.5" aria-hidden="true">
        {icons[toast.tone]}
      </span>
      <div className="min-w-0 flex-1 py-1 text-sm">
        <p className="font-medium">{toast.title}</p>
        {toast.text && <p className="text-ink-muted">{toast.text}</p>}
        {toast.action && <ToastAction action={toast.action} onDone={onDismiss} />}
      </div>
      <button
        type="button"
        aria-label={dismissLabel}
        onClick={onDismiss}
        className={clsx('grid size-8 place-items-center rounded-sm text-ink-muted hover:bg-surface-sunken')}
      >
        <X size={18} aria-hidden="true" />
      </button>
    </div>
  );
}

function ToastAction({
  action,
  onDone,
}: {
  action: NonNullable<ToastMessage['action']>;
  onDone: () => void;
}) {
  const className = 'mt-1.5 inline-block font-medium text-accent underline-offset-4 hover:underline';
  if (action.href !== undefined) {
    return (
      <a href={action.href} className={className} onClick={onDone}>
        {action.label}
      </a>
    );
  }
  return (
    <button
      type="button"
      className={className}
      onClick={() => {
        action.onSelect?.();
        onDone();
      }}
    >
      {action.label}
    </button>
  );
}
