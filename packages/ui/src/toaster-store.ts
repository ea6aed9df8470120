export interface ToastInput {
  title: string;
  text?: string | undefined;
  tone?: 'neutral' | 'positive' | 'danger' | undefined;
  action?: { label: string; href?: string | undefined; onSelect?: (() => void) | undefined } | undefined;
  /** How long it stays; 0 until dismissed. Errors stay longer by default. */
  durationMs?: number | undefined;
}

export interface ToastMessage extends ToastInput {
  id: number;
  tone: 'neutral' | 'positive' | 'danger';
  durationMs: number;
}

export interface Toaster {
  show: (toast: ToastInput) => number;
  dismiss: (id: number) => void;
  list: () => readonly ToastMessage[];
  subscribe: (listener: () => void) => () => void;
}

/** More at once than anybody can read; the oldest give way. */
const MAX_TOASTS = 4;

/** Holds the short messages of a page; `<Toaster toaster={…} />` shows them. */
export function createToaster(): Toaster {
  let toasts: readonly ToastMessage[] = [];
  let nextId = 1;
  const listeners = new Set<() => void>();
  const change = (next: readonly ToastMessage[]) => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  return {
    show(toast) {
      const id = nextId++;
      const tone = toast.tone ?? 'neutral';
      const durationMs = toast.durationMs ?? (tone === 'danger' ? 10_000 : 5_000);
      change([...toasts, { ...toast, id, tone, durationMs }].slice(-MAX_TOASTS));
      return id;
    },
    dismiss: (id) => change(toasts.filter((toast) => toast.id !== id)),
    list: () => toasts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
