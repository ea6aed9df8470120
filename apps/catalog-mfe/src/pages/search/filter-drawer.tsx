import { Button, buttonClass } from '@plaza/ui/button';
import { Drawer } from '@plaza/ui/drawer';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useState } from 'react';
import { DialogTrigger } from '../../dialog-trigger.tsx';
import { FilterForm, type FilterFormProps } from './filter-form.tsx';
import { searchMessages as texts } from './messages.ts';
import { countFilters } from './search-query.ts';

export interface FilterDrawerProps extends FilterFormProps {
  total: number;
  /** The filters in the page itself, for browsers without scripts. */
  targetId: string;
}

/** The filters of a small screen: a drawer that stays open while the list behind it follows. */
export function FilterDrawer({ total, targetId, ...form }: FilterDrawerProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="lg:hidden">
      <DialogTrigger
        href={`#${targetId}`}
        onPress={() => setOpen(true)}
        className={buttonClass({ variant: 'secondary', size: 'sm' })}
      >
        <SlidersHorizontal size={16} aria-hidden="true" />
        {texts.filtersWithCount(countFilters(form.chosen))}
      </DialogTrigger>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={texts.filters}
        side="start"
        footer={
          <Button fullWidth onClick={() => setOpen(false)}>
            {texts.showResults(total)}
          </Button>
        }
      >
        <FilterForm {...form} keepSort />
      </Drawer>
    </div>
  );
}
