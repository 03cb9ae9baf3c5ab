// Eleventy from the Markdown that our generator writes: markdown-it, one layout in JavaScript, no template language
// in the Markdown; links turned from files into addresses while markdown-it writes them.

const slug = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/[^a-z0-9]+/g, "-");

const address = (link, page) => {
  if (link.includes(":") || link.startsWith("#")) return link;
  const [path, anchor] = link.split("#");
  const to = path.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "/");
  return (page.inputPath.endsWith("/index.md") ? "" : "../") + to + (anchor ? "#" + anchor : "");
};

const links = (md) => {
  md.renderer.rules.link_open = (tokens, at, options, env, self) => {
    tokens[at].attrSet("href", address(tokens[at].attrGet("href"), env.page));
    return self.renderToken(tokens, at, options);
  };
};

const headings = (md) => {
  md.core.ruler.push("ids", (state) => {
    const contents = [];
    state.tokens.forEach((token, at) => {
      if (token.type !== "heading_open") return;
      const title = state.tokens[at + 1].content;
      token.attrSet("id", slug(title));
      if (token.tag === "h2") contents.push({ title, id: token.attrGet("id") });
    });
    state.env.page.contents = contents;
  });
};

export default function (config) {
  config.amendLibrary("md", (md) => md.set({ html: false }).use(links).use(headings));
  config.addGlobalData("layout", "page.11ty.js");
  config.addGlobalData("permalink", () => ({ page }) =>
    page.inputPath.replace(/^(\.\/)?docs\//, "").replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "/") + "index.html");
  return { dir: { input: "docs", includes: "../_includes" }, markdownTemplateEngine: false, templateFormats: ["md"] };
}
