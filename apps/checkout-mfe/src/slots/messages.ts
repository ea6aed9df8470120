export const itemCount = (count: number) => (count === 1 ? '1 item' : `${count} items`);

/** Texts of the parts that other pages hold. */
export const slotMessages = {
  add: {
    button: 'Add to cart',
    adding: 'Adding to your cart',
    soldOut: 'Sold out',
    added: (count: number, title: string) => `Added to your cart: ${count} × ${title}`,
    viewCart: 'View cart',
    failed: 'This could not be added. Check your connection and try again.',
    quantityOf: (title: string) => `Quantity of ${title}`,
  },
  miniCart: {
    title: 'Your cart',
    open: (count: number) => (count === 0 ? 'Cart, empty' : `Cart, ${itemCount(count)}`),
    badge: (count: number) => (count > 99 ? '99+' : String(count)),
  },
} as const;
