import {
  idSchema,
  periodSchema,
  type SellerProducts,
  type SellerSales,
  type SellerStock,
  sellerProductsSchema,
  sellerSalesSchema,
} from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { formatChange, formatCount, formatMoney } from '@plaza/ui/format';
import { z } from 'zod';
import { absolute } from '../../identity/public.ts';
import { defineMail, type MailContent, type MailFigures } from '../../notification/public.ts';
import { askPipeline } from '../ask-pipeline.ts';
import { getSellerStock } from '../seller/get-seller-stock.ts';
import { findSellerName } from './report.repository.ts';
import { STOP_REPORT_PATH } from './stop-report.http.ts';
import { stopTokenOf } from './stop-token.ts';
import { messages } from './weekly-report.messages.ts';

const TOP_PRODUCTS = 5;
const LOW_STOCK_NAMED = 4;
/** Until the next week is half over. */
const VALID_FOR_MS = 3 * 86_400_000;

/** A seller's week, to somebody who may see its figures. The figures are read when it is written. */
export const weeklyReport = defineMail({
  name: 'weekly-report',
  data: z.object({ accountId: idSchema, sellerId: idSchema, week: periodSchema }),
  validForMs: VALID_FOR_MS,
  compose: async (services, { accountId, sellerId, week }) => {
    const params = { sellerId, ...week };
    const [sellerName, sales, products, stock] = await Promise.all([
      findSellerName(services.database.client, sellerId),
      askPipeline(services, sellerSalesSchema, 'dashboards/seller/sales', params),
      askPipeline(services, sellerProductsSchema, 'dashboards/seller/products', params),
      getSellerStock(services, { id: sellerId }),
    ]);
    if (sellerName === null) throw new Error(`There is no seller ${sellerId}.`);
    const token = stopTokenOf(services.sealing, accountId);
    return composeReport(sellerName, sales, products, stock, {
      dashboard: absolute(services, paths.sellerDashboard(week)),
      stop: absolute(services, paths.stopReport(token)),
      unsubscribe: absolute(services, `${STOP_REPORT_PATH}?token=${encodeURIComponent(token)}`),
    });
  },
});

/** @param links absolute */
function composeReport(
  sellerName: string,
  sales: SellerSales,
  products: SellerProducts,
  stock: SellerStock,
  links: { dashboard: string; stop: string; unsubscribe: string },
): MailContent {
  const { totals, period } = sales;
  const money = (amountMinor: number) => formatMoney(amountMinor, sales.currency);
  const revenue = money(totals.revenueMinor);
  const low = lowStockText(stock);
  return {
    subject: messages.subject(sellerName, revenue),
    preview: messages.preview(formatCount(totals.orders), formatCount(totals.visitors)),
    heading: messages.heading(sellerName),
    blocks: [
      { kind: 'text', text: messages.intro(formatDay(period.from), formatDay(period.to)) },
      figuresOf(sales, money),
      ...(totals.orders > 0
        ? [barsOf(sales, money), linesOf(products, money)]
        : [{ kind: 'text' as const, text: messages.noSales }]),
      ...(low === null ? [] : [{ kind: 'notice' as const, text: low }]),
      { kind: 'button', label: messages.open, href: links.dashboard },
      { kind: 'link', label: messages.stop, href: links.stop },
    ],
    reason: messages.reason(sellerName),
    unsubscribeHref: links.unsubscribe,
  };
}

function figuresOf({ totals, previous }: SellerSales, money: (amountMinor: number) => string): MailFigures {
  const figure = (
    label: string,
    value: string,
    now: number,
    before: number,
  ): MailFigures['figures'][number] => {
    const change = formatChange(now, before);
    if (now === before) return { label, value, note: messages.same, tone: 'neutral' };
    if (change === null) return { label, value, note: messages.noneBefore, tone: 'neutral' };
    return { label, value, note: messages.change(change), tone: now > before ? 'good' : 'bad' };
  };
  return {
    kind: 'figures',
    figures: [
      figure(messages.revenue, money(totals.revenueMinor), totals.revenueMinor, previous.revenueMinor),
      figure(messages.orders, formatCount(totals.orders), totals.orders, previous.orders),
      figure(messages.units, formatCount(totals.units), totals.units, previous.units),
      figure(messages.visitors, formatCount(totals.visitors), totals.visitors, previous.visitors),
    ],
  };
}

function barsOf({ byDay }: SellerSales, money: (amountMinor: number) => string) {
  const highest = Math.max(1, ...byDay.map((day) => day.revenueMinor));
  return {
    kind: 'bars' as const,
    title: messages.byDay,
    bars: byDay.map(({ day, revenueMinor }) => ({
      label: `${weekdayFormat.format(new Date(day))} ${new Date(day).getUTCDate()}`,
      value: money(revenueMinor),
      share: Math.max(0, revenueMinor) / highest,
    })),
  };
}

function linesOf({ products }: SellerProducts, money: (amountMinor: number) => string) {
  return {
    kind: 'lines' as const,
    title: messages.topProducts,
    note: messages.topNote,
    lines: products.slice(0, TOP_PRODUCTS).map(({ title, units, soldMinor }) => ({
      title,
      detail: messages.unitsSold(units),
      amount: money(soldMinor),
    })),
  };
}

/** What sells and will not for long; null when there is nothing to worry about. */
function lowStockText({ variants }: SellerStock): string | null {
  const urgent = variants.filter(
    ({ state, unitsSold }) => state === 'low' || (state === 'sold_out' && unitsSold > 0),
  );
  if (urgent.length === 0) return null;
  const names = urgent.slice(0, LOW_STOCK_NAMED).map(({ title, variantLabel, state, daysLeft }) => {
    const name = [title, variantLabel].filter(Boolean).join(', ');
    return state === 'sold_out' ? messages.soldOut(name) : messages.daysLeft(name, daysLeft ?? 0);
  });
  return messages.lowStock(names, urgent.length - names.length);
}

const utc = { timeZone: 'UTC' } as const;
const weekdayFormat = new Intl.DateTimeFormat('en-US', { weekday: 'short', ...utc });
const dayFormat = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', ...utc });
const formatDay = (day: string): string => dayFormat.format(new Date(day));
