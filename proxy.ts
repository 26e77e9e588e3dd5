import { type NextRequest, NextResponse } from "next/server";

/**
 * Headers only. It is never the lock: who may see what is decided behind the doors.
 * Scripts run by a nonce of the request; inline style attributes are allowed, style elements aren't.
 */
function policy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`;
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    // Without these the worker and the manifest would fall under the scripts' nonce.
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", csp);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", csp);
  response.headers.set("cache-control", "no-store");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  return response;
}

// The interface for programs passes by, and has its headers from next.config.mjs: Next would copy the
// bodies of uploads here, and keep only the first ten megabytes.
export const config = { matcher: ["/((?!_next/static|fonts/|maps/|mark.svg|api/v1/).*)"] };
