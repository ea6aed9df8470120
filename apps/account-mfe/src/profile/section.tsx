import { Panel } from '@plaza/ui/panel';
import type { ReactNode } from 'react';

/** A part of a page with its own heading, whose contents stand below each other. */
export function Section({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  return (
    <Panel label={title} title={title} text={text}>
      <div className="flex flex-col gap-5">{children}</div>
    </Panel>
  );
}
