import clsx from 'clsx';
import { Modal, type ModalProps } from './modal.tsx';

const widths = { sm: 'max-w-sm', md: 'max-w-md', lg: 'max-w-lg' };

/** A box in the middle of the screen that wants an answer before anything else; from below on a phone. */
export function Dialog({ size = 'md', ...modal }: ModalProps & { size?: keyof typeof widths | undefined }) {
  return (
    <Modal
      {...modal}
      dialogClass={clsx(
        'm-auto max-h-[min(48rem,calc(100dvh-3rem))] w-[calc(100%-2rem)] rounded-lg starting:open:translate-y-3 starting:open:opacity-0 max-sm:mb-4',
        widths[size],
      )}
    />
  );
}
