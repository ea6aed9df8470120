/** An error as Stripe's API words it; becomes the body and the status of the response. */
export class StripeError extends Error {
  readonly status: number;
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error';
  readonly code: string | undefined;
  readonly param: string | undefined;

  constructor(
    status: number,
    message: string,
    details: { type?: StripeError['type']; code?: string; param?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.type = details.type ?? 'invalid_request_error';
    this.code = details.code;
    this.param = details.param;
  }

  toBody(requestId: string): object {
    return {
      error: {
        type: this.type,
        message: this.message,
        ...(this.code
          ? { code: this.code, doc_url: `https://docs.stripe.com/error-codes/${this.code}` }
          : {}),
        ...(this.param ? { param: this.param } : {}),
        request_log_url: `urn:plaza:stand-in:${requestId}`,
      },
    };
  }
}

/** @returns the error for an id that nothing answers to. */
export function missing(what: string, id: string, param = 'id'): StripeError {
  return new StripeError(404, `No such ${what}: '${id.slice(0, 100)}'`, { code: 'resource_missing', param });
}
