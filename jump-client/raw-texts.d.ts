/** A file beside the code as the text that it holds. */
declare module '*?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: this is how a bundler hands over a file
  export default text;
}
