import type { SellerOrderForSeller } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Drawer } from '@plaza/ui/drawer';
import { SkeletonText } from '@plaza/ui/skeleton';
import { ErrorState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import { messages } from '../../messages.ts';
import { OrderActions } from './order-actions.tsx';
import { OrderDetail } from './order-detail.tsx';

export interface OrderDrawerProps {
  /** The order to show; the drawer is closed without one. */
  sellerOrderId: string | null;
  onClose: () => void;
}

/** One order beside the list, with everything that can be done about it. */
export function OrderDrawer({ sellerOrderId, onClose }: OrderDrawerProps) {
  const { api } = useHost();
  const query = useQuery({
    ...api.fulfilment.get.queryOptions({ sellerOrderId: sellerOrderId ?? '' }),
    enabled: sellerOrderId !== null,
    staleTime: 0,
    retry: false,
  });
  const order: SellerOrderForSeller | undefined = sellerOrderId === null ? undefined : query.data;
  return (
    <Drawer
      open={sellerOrderId !== null}
      onClose={onClose}
      title={order ? messages.orders.detailTitle(order.number) : messages.orders.number}
      footer={order && <OrderActions order={order} />}
    >
      {order && <OrderDetail order={order} />}
      {!order && query.isError && (
        <ErrorState compact onRetry={() => void query.refetch()} retrying={query.isFetching} />
      )}
      {!order && !query.isError && <SkeletonText lines={8} />}
    </Drawer>
  );
}
