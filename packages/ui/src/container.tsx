import clsx from 'clsx';
import type { ComponentProps } from 'react';

/** The width and the side margins that every page shares. */
export function Container({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={clsx('mx-auto w-full max-w-page px-4 sm:px-6 lg:px-10', className)} />;
}
