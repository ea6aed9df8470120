// biome-ignore-all lint/a11y/noRedundantRoles: the roles survive the `display` of the cards
import clsx from 'clsx';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end' | undefined;
  /** Names the row: a row header in the table, the title of the card on a phone. */
  primary?: boolean | undefined;
  sortable?: boolean | undefined;
  /** What its cells hold speaks for itself, as buttons do: the header is only read aloud. */
  hideHeader?: boolean | undefined;
  className?: string | undefined;
}

export interface Sort {
  columnId: string;
  direction: 'ascending' | 'descending';
}

export interface DataTableProps<Row> {
  /** Read aloud before the table. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort | undefined;
  onSort?: ((columnId: string) => void) | undefined;
  /** In place of rows when there are none. */
  empty?: ReactNode;
  className?: string | undefined;
}

/** A table that turns into a list of cards on a phone. Roles are spelt out because `display` would erase them. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, onSort, empty, className } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className={clsx('w-full sm:overflow-x-auto', className)}>
      <table role="table" className="w-full border-collapse text-sm max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" className="border-b border-line">
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:flex max-sm:flex-col max-sm:gap-3">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className="border-line max-sm:flex max-sm:flex-col max-sm:gap-1.5 max-sm:rounded-md max-sm:border max-sm:bg-surface max-sm:p-4 sm:border-b sm:last:border-b-0 sm:hover:bg-surface-sunken/50"
            >
              {columns.map((column) => (
                <BodyCell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((columnId: string) => void) | undefined;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const direction = sort?.columnId === column.id ? sort.direction : undefined;
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  const sortable = column.sortable && onSort;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sortable ? (direction ?? 'none') : undefined}
      className={clsx(
        'px-3 py-3 align-bottom font-medium text-ink-muted first:ps-0 last:pe-0',
        column.align === 'end' ? 'text-end' : 'text-start',
      )}
    >
      {sortable ? (
        <button
          type="button"
          onClick={() => onSort(column.id)}
          className="group inline-flex items-center gap-1 rounded-xs hover:text-ink"
        >
          {column.header}
          <Arrow
            size={14}
            aria-hidden="true"
            className={clsx(!direction && 'opacity-0 group-hover:opacity-60')}
          />
        </button>
      ) : (
        <span className={column.hideHeader ? 'sr-only' : undefined}>{column.header}</span>
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = clsx(
    'align-middle text-ink sm:px-3 sm:py-3.5 sm:first:ps-0 sm:last:pe-0',
    'max-sm:flex max-sm:items-center max-sm:justify-between max-sm:gap-4',
    column.align === 'end' ? 'tabular-nums sm:text-end' : 'text-start',
    column.primary && 'font-medium max-sm:text-base',
    column.className,
  );
  if (column.primary) {
    return (
      <th role="rowheader" scope="row" className={clsx('font-medium', className)}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" className={className}>
      {!column.hideHeader && (
        <span aria-hidden="true" className="shrink-0 text-ink-muted sm:hidden">
          {column.header}
        </span>
      )}
      <span className={clsx('min-w-0', column.hideHeader ? 'max-sm:w-full' : 'max-sm:text-end')}>
        {column.cell(row)}
      </span>
    </td>
  );
}
