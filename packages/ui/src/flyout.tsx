import clsx from 'clsx';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

export interface FlyoutProps {
  /** Content of the button; give an icon-only button a `label`. */
  trigger: ReactNode;
  label?: string | undefined;
  triggerClassName?: string | undefined;
  align?: 'start' | 'end' | undefined;
  /** Links and buttons; `close` lets them close the panel. */
  children: ReactNode | ((close: () => void) => ReactNode);
  panelClassName?: string | undefined;
}

/** Classes of a line in a flyout: a link or a button. */
export const flyoutItemClass =
  'flex w-full items-center gap-3 rounded-sm px-3 py-2.5 text-start text-sm text-ink no-underline transition-colors hover:bg-surface-sunken';

/** A button that shows a small panel of links below it (a disclosure, not an application menu). */
export function Flyout({
  trigger,
  label,
  triggerClassName,
  align = 'end',
  children,
  panelClassName,
}: FlyoutProps) {
  const [open, setOpen] = useState(false);
  const rootRef = useRef<HTMLDivElement>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const close = () => {
    setOpen(false);
    buttonRef.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !rootRef.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
  }
  function closeWhenLeft(event: FocusEvent): void {
    if (event.relatedTarget && !rootRef.current?.contains(event.relatedTarget)) setOpen(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for what bubbles up from the controls inside
    <div ref={rootRef} className="relative" onKeyDown={closeOnEscape} onBlur={closeWhenLeft}>
      <button
        ref={buttonRef}
        type="button"
        aria-expanded={open}
        aria-controls={panelId}
        aria-label={label}
        title={label}
        className={triggerClassName}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      <div
        id={panelId}
        hidden={!open}
        className={clsx(
          'absolute top-full z-40 mt-2 max-w-[calc(100vw-2rem)] min-w-56 rounded-md border border-line bg-surface-raised p-1.5 text-ink shadow-raised transition-[opacity,translate] starting:-translate-y-1 starting:opacity-0',
          align === 'end' ? 'end-0' : 'start-0',
          panelClassName,
        )}
      >
        {typeof children === 'function' ? children(close) : children}
      </div>
    </div>
  );
}
