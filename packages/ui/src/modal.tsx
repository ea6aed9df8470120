import clsx from 'clsx';
import X from 'lucide-react/icons/x';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './icon-button.tsx';
import * as messages from './messages.ts';

export interface ModalProps {
  open: boolean;
  /** Called by Escape, by the close button and by a press beside the box. */
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Stays at the bottom while the content scrolls. */
  footer?: ReactNode;
  closeLabel?: string | undefined;
}

/**
 * The browser's own modal dialog: focus stays inside and returns afterwards, the page behind is inert, Escape closes.
 * It is drawn in the top layer from where it stands in the document, so that a remote's scoped styles reach it.
 */
export function Modal(props: ModalProps & { dialogClass: string }) {
  const { open, onClose, title, description, children, footer, closeLabel, dialogClass } = props;
  const dialogRef = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const descriptionId = useId();

  useEffect(() => {
    const dialog = dialogRef.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      const page = document.documentElement;
      page.style.setProperty('--plaza-scrollbar', `${window.innerWidth - page.offsetWidth}px`);
      dialog.showModal();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  function closeWhenBeside(event: MouseEvent<HTMLDialogElement>): void {
    if (event.target === event.currentTarget) onClose();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the box is a convenience; Escape is its key
    <dialog
      ref={dialogRef}
      aria-labelledby={titleId}
      aria-describedby={description ? descriptionId : undefined}
      onCancel={(event) => {
        // React lets it bubble: another dialog in this one may have been meant, or the choice of a file.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={closeWhenBeside}
      className={clsx(
        'overflow-hidden bg-surface-raised p-0 text-ink shadow-overlay transition-[opacity,translate] duration-300 backdrop:bg-scrim backdrop:transition-opacity backdrop:duration-300 starting:open:backdrop:opacity-0',
        dialogClass,
      )}
    >
      {open && (
        <div className="flex h-full max-h-[inherit] flex-col">
          <div className="flex flex-col gap-1 ps-6 pe-16 pt-5 pb-3">
            <h2 id={titleId} className="text-xl font-semibold">
              {title}
            </h2>
            {description && (
              <p id={descriptionId} className="text-ink-muted">
                {description}
              </p>
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 pt-1 pb-6">{children}</div>
          {footer && <div className="border-t border-line px-6 py-4">{footer}</div>}
          <IconButton
            label={closeLabel ?? messages.close}
            onClick={onClose}
            className="absolute! end-3 top-3.5"
          >
            <X size={20} aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </dialog>
  );
}
