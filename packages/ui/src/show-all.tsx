import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import * as messages from './messages.ts';

export interface ShowAllProps<Row> {
  rows: readonly Row[];
  /** So many are shown at first. */
  first: number;
  children: (shown: readonly Row[]) => ReactNode;
}

/** The first of many rows, and a button for all of them. */
export function ShowAll<Row>({ rows, first, children }: ShowAllProps<Row>) {
  const [isAll, setIsAll] = useState(false);
  return (
    <>
      {children(isAll ? rows : rows.slice(0, first))}
      {rows.length > first && (
        <Button
          variant="link"
          size="sm"
          className="self-start"
          aria-expanded={isAll}
          onClick={() => setIsAll(!isAll)}
        >
          {isAll ? messages.showFewer : messages.showAll(rows.length)}
        </Button>
      )}
    </>
  );
}
