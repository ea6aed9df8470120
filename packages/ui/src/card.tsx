import clsx from 'clsx';
import type { ComponentProps } from 'react';

export interface CardProps extends ComponentProps<'div'> {
  padding?: 'none' | 'md' | 'lg' | undefined;
}

const paddings = { none: '', md: 'p-5', lg: 'p-6 md:p-8' };

/** A quiet surface that groups things. */
export function Card({ padding = 'md', className, ...rest }: CardProps) {
  return (
    <div
      {...rest}
      className={clsx('rounded-lg border border-line bg-surface', paddings[padding], className)}
    />
  );
}
