/** How every peer looks: the same columns as the board has. */
export const css = `
.feed{font:1rem/1.5 system-ui,sans-serif;color:#222}
.feed .hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.feed .bar{display:flex;gap:1rem;align-items:end;margin-block-end:1.25rem}
.feed .bar label>span{display:block;font-size:.8125rem;font-weight:600}
.feed input[type=search],.feed select{font:inherit;padding:.5rem;border:1px solid #767676;border-radius:2px}
.feed .body{display:grid;grid-template-columns:15rem 1fr;gap:2rem}
.feed fieldset{border:0;margin:0 0 1rem;padding:0}
.feed legend{font-weight:600}
.feed .option{display:flex;gap:.5rem}
.feed .count{margin-inline-start:auto;color:#666}
.feed .list{list-style:none;margin:0;padding:0}
.feed .list>li{border-block-end:1px solid #ddd}
.feed .card{position:relative;display:grid;grid-template-columns:minmax(0,1fr) repeat(4,8em);gap:1.25em;padding-block:.7em;min-block-size:4.15em}
.feed .tile{position:absolute;inset-block-start:.7em;display:grid;place-items:center;inline-size:2.75em;block-size:2.75em;background:#eee}
.feed .text{padding-inline-start:3.5em}
.feed .title{margin:0;font-size:1.0625em;line-height:1.28}
.feed .title a{color:#24508f;text-decoration:none;text-wrap:balance}
.feed .title a::after{content:'';position:absolute;inset:0}
.feed p{margin:0}
.feed .skills,.feed .summary,.feed .more,.feed .employer{color:#555;font-size:.9em}
.feed .summary{overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.feed dl{display:grid;grid-column:2/-1;grid-template-columns:repeat(4,1fr);gap:1.25em;margin:0}
.feed dd{margin:0;font-size:.9375em}
.feed .more{display:block}
.feed svg{inline-size:1em;block-size:1em;fill:none;stroke:currentcolor;stroke-width:2}
@media (width<60em){.feed .body{grid-template-columns:1fr}.feed .filters{display:none}.feed .card{display:block}.feed dl{grid-template-columns:1fr 1fr}}
`;

/** Puts the styles on the page. */
export function addStyles(): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}
