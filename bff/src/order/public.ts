export { adoptGuestOrders } from './adopt-guest-orders.ts';
export { announce } from './announce.ts';
export { changeSellerOrder, type SellerOrderChangeResult } from './change-seller-order.ts';
export { findOwnOrder, sellerOrderJson } from './order.repository.ts';
export { addRefunded } from './order-change.repository.ts';
export { orderConfirmation } from './order-confirmation.mail.ts';
export { orderJobs } from './order-jobs.ts';
export { type OrderRecord, sellerOrderRecordSchema, toOrder, toSellerOrder } from './order-record.ts';
export { lockOrderToPay, payOrder } from './pay-order.ts';
