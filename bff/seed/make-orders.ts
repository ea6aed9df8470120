import { type Address, MARKET_CURRENCY, type SellerOrderStatus, type ShippingSpeed } from '@plaza/contracts';
import type { DemoProduct, DemoVariant } from './make-products.ts';
import { createRandom, type Random, seededId, weightedPicker } from './random.ts';

const DAYS = 90;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Orders on an ordinary day at the start; the market grows towards today. */
const ORDERS_PER_DAY = 55;
/** Every so many orders one is the demo buyer's, so that the order history has something to show. */
const DEMO_BUYER_EVERY = 400;
/** By hour (UTC): quiet nights, a lunch bump, a busy evening. */
const HOUR_WEIGHTS = [3, 2, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 8, 8, 9, 10, 12, 14, 14, 12, 8, 5];
/** Sunday first. */
const WEEKDAY_FACTORS = [1.2, 0.95, 0.9, 0.95, 1, 1.1, 1.25];
const NUMBER_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

interface DemoOrderPart {
  id: string;
  sellerSlug: string;
  status: SellerOrderStatus;
  itemsMinor: number;
  shippingMinor: number;
  shippingSpeed: ShippingSpeed;
  trackingNumber: string | null;
  timeline: { status: SellerOrderStatus; at: string }[];
  lines: { id: string; product: DemoProduct; variant: DemoVariant; quantity: number }[];
}

export interface DemoOrder {
  id: string;
  number: string;
  status: 'paid' | 'cancelled';
  byDemoBuyer: boolean;
  email: string;
  address: Address;
  currency: string;
  itemsMinor: number;
  shippingMinor: number;
  placedAt: Date;
  parts: DemoOrderPart[];
}

const FIRST_NAMES = [
  'Alex',
  'Maya',
  'Liam',
  'Ines',
  'Tomas',
  'Grace',
  'Yusuf',
  'Hana',
  'Leo',
  'Sofia',
  'Noah',
  'Amara',
  'Erik',
  'Lucia',
  'Priya',
  'Daniel',
];
const LAST_NAMES = [
  'Carter',
  'Lopez',
  'Nguyen',
  'Meyer',
  'Rossi',
  'Okafor',
  'Silva',
  'Kim',
  'Novak',
  'Dubois',
  'Haddad',
  'Larsen',
  'Patel',
  'Walsh',
];
const CITIES: readonly Pick<Address, 'city' | 'region' | 'postalCode' | 'country'>[] = [
  { city: 'Portland', region: 'OR', postalCode: '97205', country: 'US' },
  { city: 'Austin', region: 'TX', postalCode: '78701', country: 'US' },
  { city: 'Chicago', region: 'IL', postalCode: '60607', country: 'US' },
  { city: 'Brooklyn', region: 'NY', postalCode: '11201', country: 'US' },
  { city: 'Toronto', region: 'ON', postalCode: 'M5V 2T6', country: 'CA' },
  { city: 'Manchester', region: '', postalCode: 'M1 2JW', country: 'GB' },
  { city: 'Hamburg', region: '', postalCode: '20095', country: 'DE' },
  { city: 'Lyon', region: '', postalCode: '69002', country: 'FR' },
];

/** Ninety days of orders up to now: more on weekends and evenings, growing, most of them for popular products. */
export function makeOrders(products: readonly DemoProduct[], now: Date): DemoOrder[] {
  const random = createRandom('orders');
  const drawProduct = weightedPicker(products.map((product) => product.popularity));
  const drawHour = weightedPicker(HOUR_WEIGHTS);
  const today = new Date(now);
  today.setUTCHours(0, 0, 0, 0);
  const orders: DemoOrder[] = [];
  for (let daysAgo = DAYS; daysAgo >= 0; daysAgo -= 1) {
    const day = new Date(today.getTime() - daysAgo * DAY_MS);
    const growth = 1 + 0.6 * (1 - daysAgo / DAYS);
    const weekday = WEEKDAY_FACTORS[day.getUTCDay()] ?? 1;
    const count = Math.round(ORDERS_PER_DAY * growth * weekday * (0.9 + random.next() * 0.2));
    for (let index = 0; index < count; index += 1) {
      const placedAt = new Date(day.getTime() + drawHour(random) * HOUR_MS + random.between(0, HOUR_MS - 1));
      // What lies ahead (or was only just placed) is left out; drawing them all the same keeps earlier days alike whatever the hour.
      const order = orderOf({ random, products, drawProduct, placedAt, now, serial: orders.length });
      if (placedAt.getTime() < now.getTime() - 600_000) orders.push(order);
    }
  }
  return orders;
}

interface Draw {
  random: Random;
  products: readonly DemoProduct[];
  drawProduct: (random: Random) => number;
  placedAt: Date;
  now: Date;
  serial: number;
}

function orderOf({ random, products, drawProduct, placedAt, now, serial }: Draw): DemoOrder {
  const bySeller = new Map<string, DemoOrderPart['lines']>();
  const lineCount = 1 + (random.chance(0.35) ? 1 : 0) + (random.chance(0.12) ? 1 : 0);
  const chosen = new Set<string>();
  for (let line = 0; line < lineCount; line += 1) {
    const product = products[drawProduct(random)];
    if (!product || chosen.has(product.id)) continue;
    chosen.add(product.id);
    const lines = bySeller.get(product.sellerSlug) ?? [];
    lines.push({
      id: seededId(random, placedAt.getTime()),
      product,
      variant: random.pick(product.variants),
      quantity: random.chance(0.1) ? 2 : 1,
    });
    bySeller.set(product.sellerSlug, lines);
  }
  const cancelled = random.chance(0.015);
  const parts = [...bySeller].map(([sellerSlug, lines]) =>
    partOf({ random, sellerSlug, lines, placedAt, now, cancelled }),
  );
  const sum = (pick: (part: DemoOrderPart) => number) => parts.reduce((total, part) => total + pick(part), 0);
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  const place = random.pick(CITIES);
  return {
    id: seededId(random, placedAt.getTime()),
    number: orderNumber(random),
    status: cancelled ? 'cancelled' : 'paid',
    byDemoBuyer: serial % DEMO_BUYER_EVERY === DEMO_BUYER_EVERY - 1,
    email: `${first}.${last}${random.between(1, 99)}@example.com`.toLowerCase(),
    address: {
      fullName: `${first} ${last}`,
      line1: `${random.between(1, 240)} ${random.pick(['Elm Street', 'Harbour Road', 'Mill Lane', 'Station Avenue'])}`,
      line2: '',
      ...place,
      phone: '',
    },
    currency: MARKET_CURRENCY,
    itemsMinor: sum((part) => part.itemsMinor),
    shippingMinor: sum((part) => part.shippingMinor),
    placedAt,
    parts,
  };
}

function orderNumber(random: Random): string {
  const letters = (count: number) =>
    Array.from({ length: count }, () => random.pick([...NUMBER_ALPHABET])).join('');
  return `${letters(4)}-${letters(5)}`;
}

interface PartDraft {
  random: Random;
  sellerSlug: string;
  lines: DemoOrderPart['lines'];
  placedAt: Date;
  now: Date;
  cancelled: boolean;
}

function partOf({ random, sellerSlug, lines, placedAt, now, cancelled }: PartDraft): DemoOrderPart {
  const shippingSpeed: ShippingSpeed = random.chance(0.2) ? 'express' : 'standard';
  const shipsAfterMs = random.between(6, 40) * HOUR_MS;
  const arrivesAfterMs = shipsAfterMs + random.between(2, 5) * DAY_MS;
  const at = (afterMs: number) => new Date(placedAt.getTime() + afterMs);
  const timeline: DemoOrderPart['timeline'] = [
    { status: 'pending_payment', at: placedAt.toISOString() },
    ...(cancelled
      ? [{ status: 'cancelled' as const, at: at(300_000).toISOString() }]
      : [{ status: 'paid' as const, at: at(60_000).toISOString() }]),
  ];
  if (!cancelled && at(shipsAfterMs) < now)
    timeline.push({ status: 'shipped', at: at(shipsAfterMs).toISOString() });
  if (!cancelled && at(arrivesAfterMs) < now)
    timeline.push({ status: 'delivered', at: at(arrivesAfterMs).toISOString() });
  const status = timeline.at(-1)?.status ?? 'paid';
  return {
    id: seededId(random, placedAt.getTime()),
    sellerSlug,
    status,
    itemsMinor: lines.reduce((total, line) => total + line.variant.priceMinor * line.quantity, 0),
    shippingMinor: shippingSpeed === 'express' ? 1490 : 590,
    shippingSpeed,
    trackingNumber:
      status === 'shipped' || status === 'delivered' ? `PL${random.between(100_000_000, 999_999_999)}` : null,
    timeline,
    lines,
  };
}
