// What proxy.ts does for pages, without passing each request of a program through it: that costs as much
// as its answer.
const API_HEADERS = [
  { key: "cache-control", value: "no-store" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "x-content-type-options", value: "nosniff" },
  { key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" },
];

// Routes that only measurements need: they exist in a build that was made for them.
const FOR_BENCHES = process.env.PORTAL_BENCH ? ["bench.ts"] : [];

// Texts are read on the server: see lib/i18n/readied.ts.
const ALIASES = { "use-intl/format-message": "use-intl/format-message/format-only" };

/** @type {import("next").NextConfig} */
const config = {
  images: { unoptimized: true },
  pageExtensions: [...FOR_BENCHES, "tsx", "ts"],
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // types are a check of their own in `npm test`
  turbopack: { resolveAlias: ALIASES },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino"],
  headers: async () => [{ source: "/api/v1/:path*", headers: API_HEADERS }],
  experimental: { serverActions: { bodySizeLimit: "4mb" } },
};

export default config;
