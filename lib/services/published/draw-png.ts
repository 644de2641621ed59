import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";

// Arimo has Arial's widths, for which the charts are laid out, and may be shipped (SIL Open Font Licence 1.1).
const FONTS = ["400Regular/Arimo_400Regular.ttf", "700Bold/Arimo_700Bold.ttf"];
const SCALE = 2;

const fontFiles = () =>
  FONTS.map((file) => join(process.cwd(), "node_modules/@expo-google-fonts/arimo", file));

/** A drawing as PNG at twice its size, with our own font: the server may have none. Off the main thread. */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: SCALE },
    font: {
      fontFiles: fontFiles(),
      loadSystemFonts: false,
      defaultFontFamily: "Arimo",
      sansSerifFamily: "Arimo",
    },
  });
  return new Uint8Array(drawn.asPng());
}
