/** Words of the mails about orders, beside those of orders themselves. */
export const messages = {
  confirmation: {
    subject: (number: string) => `Your Plaza order ${number}`,
    preview: (total: string) => `Thank you. We have received your payment of ${total}.`,
    heading: 'Thank you for your order',
    intro: (name: string, number: string) =>
      `Hello ${name}, your payment has arrived and order ${number} is on its way to its sellers.`,
    quantity: (count: number, unitPrice: string) => `${count} × ${unitPrice}`,
    paid: 'Paid',
    order: 'View your order',
    receipt: 'Open your receipt',
    reason: (number: string) => `You get this mail because you placed order ${number}.`,
  },
} as const;
