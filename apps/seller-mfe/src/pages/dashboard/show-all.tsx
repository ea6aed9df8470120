import { Button } from '@plaza/ui/button';
import { type ReactNode, useState } from 'react';
import { dashboardMessages as texts } from './messages.ts';

/** The first of many rows, and a button for all of them. */
export function ShowAll<Row>({
  rows,
  first,
  children,
}: {
  rows: readonly Row[];
  first: number;
  children: (shown: readonly Row[]) => ReactNode;
}) {
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
          {isAll ? texts.showFewer : texts.showAll(rows.length)}
        </Button>
      )}
    </>
  );
}
