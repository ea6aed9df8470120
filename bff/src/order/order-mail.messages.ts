/** Words of the mails about orders. */
export const messages = {
  confirmation: {
    subject: (number: string) => `Your Plaza order ${number}`,
    preview: (total: string) => `Thank you. We have received your payment of ${total}.`,
    heading: 'Thank you for your order',
    intro: (name: string, number: string) =>
      `Hello ${name}, your payment has arrived and order ${number} is on its way to its sellers.`,
    soldBy: (seller: string) => `From ${seller}`,
    shipping: {
      standard: 'Standard shipping',
      express: 'Express shipping',
    },
    arrives: (shipping: string, earliest: string, latest: string) =>
      earliest === latest
        ? `${shipping}, arrives about ${latest}`
        : `${shipping}, arrives between ${earliest} and ${latest}`,
    quantity: (count: number, unitPrice: string) => `${count} × ${unitPrice}`,
    items: 'Items',
    shippingTotal: 'Shipping',
    shippingFree: 'Free',
    total: 'Paid',
    deliveredTo: 'Deliver to',
    order: 'View your order',
    receipt: 'Open your receipt',
    reason: (number: string) => `You get this mail because you placed order ${number}.`,
  },
} as const;
