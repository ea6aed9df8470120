import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass, linkClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { Pagination } from '@plaza/ui/pagination';
import { EmptyState } from '@plaza/ui/states';
import Package from 'lucide-react/icons/package';
import { messages } from '../../messages.ts';
import type { OrdersData } from './load-orders.ts';
import { OrderCard } from './order-card.tsx';

const texts = messages.orders;

export function OrdersPage({ data: { orders, signedIn } }: PageProps<OrdersData>) {
  const signInLink = (className: string) => (
    <AppLink href={paths.signIn(paths.orders())} className={className}>
      {texts.signIn}
    </AppLink>
  );
  return (
    <Container className="pt-8 pb-20 lg:pt-12">
      <div className="mx-auto flex max-w-xl flex-col gap-6">
        <h1 className="text-3xl font-semibold">{texts.title}</h1>
        {orders.items.length === 0 ? (
          <EmptyState
            icon={<Package size={28} />}
            title={texts.empty}
            text={signedIn ? texts.emptyText : texts.signInHint}
            actions={
              <>
                {!signedIn && signInLink(buttonClass())}
                <AppLink href={paths.search('')} className={buttonClass({ variant: 'secondary' })}>
                  {texts.browse}
                </AppLink>
              </>
            }
          />
        ) : (
          <>
            {!signedIn && (
              <p className="text-ink-muted">
                {texts.thisBrowser} {signInLink(linkClass)}
              </p>
            )}
            <ol className="flex flex-col gap-4">
              {orders.items.map((order) => (
                <li key={order.id}>
                  <OrderCard order={order} />
                </li>
              ))}
            </ol>
            <Pagination
              page={orders.page}
              pageCount={Math.ceil(orders.total / orders.pageSize)}
              hrefFor={(page) => paths.orders(page > 1 ? { page } : {})}
              linkAs={AppLink}
            />
          </>
        )}
      </div>
    </Container>
  );
}
