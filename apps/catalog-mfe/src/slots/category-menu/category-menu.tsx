import type { SlotProps } from '@plaza/contracts/remotes';
import { useHost } from '@plaza/federation/host';
import { paths } from '@plaza/navigation';
import { Drawer } from '@plaza/ui/drawer';
import { LoadingLabel, SkeletonText } from '@plaza/ui/skeleton';
import { ErrorState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import MenuIcon from 'lucide-react/icons/menu';
import { type MouseEvent, useState } from 'react';
import { DialogTrigger } from '../../dialog-trigger.tsx';
import { slotMessages } from '../messages.ts';
import { CategoryTree } from './category-tree.tsx';

const texts = slotMessages.menu;

/** A button for the tree of categories; a link to everything until scripts run. */
export function CategoryMenu(_props: SlotProps['catalog/category-menu']) {
  const { api } = useHost();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const categories = useQuery(api.catalog.categories.queryOptions(undefined, { enabled: open || wanted }));

  function closeAfterLink(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest('a')) setOpen(false);
  }
  return (
    <>
      <DialogTrigger
        href={paths.search('')}
        onPress={() => setOpen(true)}
        onPointerEnter={() => setWanted(true)}
        onFocus={() => setWanted(true)}
        className="inline-flex h-11 min-w-11 items-center justify-center gap-2 rounded-md text-sm font-medium text-ink no-underline transition-colors hover:bg-surface-sunken lg:px-3"
      >
        <MenuIcon size={20} aria-hidden="true" />
        <span className="max-lg:sr-only">{texts.open}</span>
      </DialogTrigger>
      <Drawer open={open} onClose={() => setOpen(false)} title={texts.title} side="start">
        {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: hears its links' clicks */}
        <div onClick={closeAfterLink}>
          {categories.data ? (
            <CategoryTree categories={categories.data} />
          ) : categories.isError ? (
            <ErrorState
              compact
              text={texts.failed}
              onRetry={() => void categories.refetch()}
              retrying={categories.isFetching}
            />
          ) : (
            <>
              <LoadingLabel label={texts.loading} />
              <SkeletonText lines={10} className="text-2xl" />
            </>
          )}
        </div>
      </Drawer>
    </>
  );
}
