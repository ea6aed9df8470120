import clsx from 'clsx';
import { Modal, type ModalProps } from './modal.tsx';

/** A panel from the side: a cart, filters, a menu. */
export function Drawer({ side = 'end', ...modal }: ModalProps & { side?: 'start' | 'end' | undefined }) {
  return (
    <Modal
      {...modal}
      dialogClass={clsx(
        'my-0 h-dvh max-h-dvh w-[min(27rem,calc(100%-2.5rem))] max-w-none',
        side === 'end'
          ? 'ms-auto me-0 rounded-s-lg starting:open:translate-x-full'
          : 'ms-0 me-auto rounded-e-lg starting:open:-translate-x-full',
      )}
    />
  );
}
