import { describe, expect, it } from 'vitest';
import { findUsage } from './find-usage.mjs';

const host = "import { useHost, type Host } from '@plaza/federation/host';\n";
const remote = "import type { LoaderInput } from '@plaza/federation/remote';\n";

const calls = (code: string) => findUsage(code).procedures.map(({ name, kind }) => `${kind} ${name}`);
const problems = (code: string) => findUsage(code).problems.map(({ text, line }) => `${line} ${text}`);

describe('procedures that a module uses', () => {
  it('are called by components', () => {
    const code = `${host}
      export function Cart() {
        const { api, client } = useHost();
        const cart = useQuery(api.cart.get.queryOptions());
        const add = useMutation(api.cart.addItem.mutationOptions({ onSuccess: () => cart.refetch() }));
        useSubscription(api.order.watch.subscriptionOptions({ orderId }));
        const pay = () => client.payment.start.mutate({ orderId: client.order.get.query({ orderId }) });
      }`;
    expect(calls(code)).toEqual([
      'query cart.get',
      'mutation cart.addItem',
      'subscription order.watch',
      'mutation payment.start',
      'query order.get',
    ]);
  });

  it('are called by loaders, however the input is taken apart', () => {
    const code = `${remote}
      const load = ({ api }: LoaderInput) => api.catalog.home.query();
      const other = async (input: LoaderInput) => input.api.catalog.product.query({ slug });
      const fetchAudit = (api: LoaderInput['api'], page: string) => api.audit.list.query({ page });
      type Ask = { api: LoaderInput['api']; page: string };
      const asked = ({ api: backend }: Ask) => backend.search.products.query();`;
    expect(calls(code)).toEqual([
      'query catalog.home',
      'query catalog.product',
      'query audit.list',
      'query search.products',
    ]);
  });

  it('are followed through names, parts, choices and references', () => {
    const code = `${host}
      const sales = ({ analytics: { seller } }: ReturnType<typeof useHost>['api']) => seller.sales.queryKey();
      const people = ({ people }: Host['client']) => people.get.query();
      function Form() {
        const host = useHost();
        const { watch: alerts } = host.client;
        const mutation = isOpen ? alerts.close : alerts.acknowledge;
        useMutation({ mutationFn: host.client.team.join.mutate, onSuccess: () => mutation.mutate() });
      }`;
    expect(calls(code)).toEqual([
      'query analytics.seller.sales',
      'query people.get',
      'mutation team.join',
      'mutation watch.close',
      'mutation watch.acknowledge',
    ]);
  });

  it('are found by the usual names where a type says nothing', () => {
    expect(
      calls("items.map((api) => api.cart.get.query()); client.invalidateQueries({ queryKey: ['cart'] });"),
    ).toEqual(['query cart.get']);
  });

  it('are not other things that are called alike', () => {
    const code = `${host}
      import { client } from './somewhere.ts';
      const { client: shown } = useMade();
      const title = shown.name.query;
      const { api } = { api: 1 };
      function Row({ client }: { client: ApiClient }) { return client.id; }`;
    expect(findUsage(code)).toMatchObject({ procedures: [], problems: [] });
  });

  it('have a domain, and so has what only names answers', () => {
    const code = `${host} const { api } = useHost();\nremove({ queryKey: api.profile.pathKey() });`;
    expect(findUsage(code)).toMatchObject({ procedures: [], domains: [{ name: 'profile', line: 3 }] });
  });
});

describe('what cannot be followed', () => {
  it.each([
    ['client.watch[step].mutate()', 'a name is computed: write out every procedure that it may be'],
    ['send(client.watch)', 'hands on watch: hand on the whole, or call it here'],
    ['const { cart, ...rest } = api', 'takes the rest of the API: name what is meant'],
    ["track(kind === 1 ? 'a' : 'b')", 'track() needs the name of its event written out'],
    ['const slot = <Slot name={name} />', '<Slot> needs its name written out'],
    ['createElement(Slot, { name })', 'hands on Slot: write <Slot name="…"> here'],
  ])('is a problem: %s', (use, text) => {
    expect(problems(`${host}const { api, client, track, Slot } = useHost();\n${use};`)).toEqual([
      `3 ${text}`,
    ]);
  });

  it('is not the whole that is handed on', () => {
    expect(
      problems(`${host}const { api, client } = useHost();\nload(api, { client }); useEffect(f, [api]);`),
    ).toEqual([]);
  });
});

describe('events and slots', () => {
  it('are read where they are named', () => {
    const code = `${host}
      export function Page() {
        const { track, Slot } = useHost();
        track('order_confirmed', { orderId });
        return <Slot name="checkout/add-to-cart" loading={<Skeleton />} />;
      }`;
    expect(findUsage(code)).toMatchObject({
      events: [{ name: 'order_confirmed', line: 5 }],
      slots: [{ name: 'checkout/add-to-cart', line: 6 }],
    });
  });
});
