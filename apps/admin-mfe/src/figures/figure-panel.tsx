import { useNavigation } from '@plaza/navigation';
import { Panel } from '@plaza/ui/panel';
import { ErrorState } from '@plaza/ui/states';
import type { ReactNode } from 'react';
import { figureMessages as texts } from './messages.ts';

export interface FigurePanelProps<Data> {
  title: string;
  text?: ReactNode;
  /** Such as a way to save what is shown. */
  aside?: (data: Data) => ReactNode;
  /** Null when it could not be read. */
  data: Data | null;
  children: (data: Data) => ReactNode;
}

/** A panel of figures, or in its place that they could not be read. */
export function FigurePanel<Data>({ title, text, aside, data, children }: FigurePanelProps<Data>) {
  return (
    <Panel label={title} title={title} text={text} aside={data !== null && aside?.(data)}>
      {data === null ? <Unread /> : children(data)}
    </Panel>
  );
}

/** Says that figures could not be read, and tries again. */
export function Unread() {
  const { reload } = useNavigation();
  return <ErrorState compact title={texts.missing} text="" onRetry={() => void reload()} />;
}
