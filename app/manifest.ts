import type { MetadataRoute } from "next";
import { getTranslator } from "@/lib/i18n/server";

/** So that the portal can be put on the home screen of a phone. The colours are those of the light theme. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslator("shell");
  return {
    id: "/",
    name: t("productName"),
    short_name: t("productShort"),
    description: t("productDescription"),
    start_url: "/",
    display: "standalone",
    background_color: "#f7f8f9",
    theme_color: "#ffffff",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
