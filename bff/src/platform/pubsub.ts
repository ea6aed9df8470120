/** Live messages between processes: Redis when there is one, in process otherwise. At most once; nobody relies on it for truth. */
export interface PubSub {
  publish(topic: string, message: unknown): Promise<void>;
  /** Calls back for each message until the returned function is called. */
  subscribe(topic: string, onMessage: (message: unknown) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Topic of a product's stock and prices. */
export const productTopic = (productId: string) => `product:${productId}`;
/** Topic of an order's progress. */
export const orderTopic = (orderId: string) => `order:${orderId}`;
