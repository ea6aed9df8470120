/** Words of a receipt on paper, beside those of orders themselves. */
export const messages = {
  brand: 'Plaza',
  title: 'Receipt',
  order: 'Order',
  paidAt: 'Paid',
  buyer: 'Buyer',
  soldBy: (seller: string, number: string) => `Sold by ${seller} (${number})`,
  quantity: (count: number, unitPrice: string) => `${count} × ${unitPrice}`,
  total: 'Total paid',
  refunded: (amount: string) => `${amount} has been given back since.`,
  verifyTitle: 'Is this receipt genuine?',
  verifyText:
    'Open the address, or scan the code. Plaza shows the date, the number and the total of the genuine receipt.',
  digest: 'SHA-256 digest of this receipt',
  key: (keyId: string) => `Signed with Plaza's key ${keyId}`,
  page: (number: number, count: number) => `${number} of ${count}`,
} as const;
