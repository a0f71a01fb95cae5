/**
 * Hostile HTML, by hand: one string for each way in which text from a listing could become more than
 * text. A script that runs calls `fired()`; whatever is fetched lies under `/probe/`.
 */

const P = '/probe/';

/** Each of these fires on an element by itself, or as soon as somebody touches it. */
const handlers = (
  'img src=x onerror,img src=x onload,svg onload,svg/onload,body onload,body onpageshow,body onhashchange,' +
  'body onresize,body onmessage,body onfocus,iframe onload,iframe src=about:blank onload,input autofocus onfocus,' +
  'select autofocus onfocus,textarea autofocus onfocus,button autofocus onfocus,a href=x autofocus onfocus,' +
  'details open ontoggle,details ontoggle open,marquee onstart,marquee loop=1 width=0 onfinish,video src=x onerror,' +
  'video onloadstart src=x,audio src=x onerror,object data=x onerror,embed src=x onload,link rel=stylesheet href=x onerror,' +
  'style onload,script src=x onerror,p onclick,p onpointerover,p onmouseenter,p onfocusin tabindex=0,p onkeydown contenteditable,' +
  'div popover onbeforetoggle,div oncontentvisibilityautostatechange style=content-visibility:auto,div onscrollend style=overflow:auto,' +
  'div onanimationstart style=animation:x,div ontransitionend style=transition:all,div onwheel,div oncopy,div onpaste contenteditable,' +
  'form onsubmit,form onreset,form onformdata,input oninput,input onchange,input type=image src=x onerror,input type=search onsearch,' +
  'dialog open onclose,dialog oncancel open,frameset onload,track onerror,source onerror,image src=x onerror,isindex onfocus autofocus,' +
  'bgsound onerror,portal onload,keygen autofocus onfocus,xss onclick,x-y onfocus tabindex=1,math onclick,area onclick,p ONCLICK,p oNcLiCk'
)
  .split(',')
  .map((start) => `<${start}="fired()">words</${/^[^ /]+/.exec(start)![0]}>`);

/** Addresses that run or carry something, as a browser reads them. */
const addresses = [
  'javascript:fired()',
  'JaVaScRiPt:fired()',
  ' javascript:fired()',
  '\u0001javascript:fired()',
  'java\tscript:fired()',
  'java\nscript:fired()',
  'java\rscript:fired()',
  'java&Tab;script:fired()',
  'java&NewLine;script:fired()',
  'javascript&colon;fired()',
  '&#106;avascript:fired()',
  '&#x6A;&#x61;vascript:fired()',
  '&#0000106avascript:fired()',
  'javascript:javascript:fired()',
  'javascript://example.com/%0afired()',
  'javascript://%0d%0afired()',
  'javascript:/*https://example.com*/fired()',
  'javascript:&quot;&lt;script>fired()&lt;/script>&quot;',
  'data:text/html,<script>fired()</script>',
  'data:text/html;base64,PHNjcmlwdD5maXJlZCgpPC9zY3JpcHQ+',
  'data:image/svg+xml,<svg onload=fired()>',
  'data:,words',
  'DATA:text/html,x',
  'vbscript:fired()',
  'livescript:fired()',
  'blob:https://example.com/1',
  'file:///etc/passwd',
  'filesystem:https://example.com/x',
  'view-source:https://example.com/',
  'about:blank',
  'chrome://settings',
  'intent://x#Intent;scheme=http;end',
  'ms-word:ofe|u|https://example.com/x.docx',
  'ftp://example.com/',
  'ws://example.com/',
  'https://user:password@example.com/',
  'https://bank.example@example.com/',
  'https:',
  'http://',
  '//',
  '#words',
  '?words',
  'words',
  '/words',
  '\\\\example.com\\words',
  '',
];

/** Where an address may stand. */
const places = [
  (url: string) => `<a href="${url}">words</a>`,
  (url: string) => `<a href='${url}' target="_blank">words</a>`,
];

const script = [
  '<script>fired()</script>',
  '<SCRIPT>fired()</SCRIPT>',
  '<script >fired()</script >',
  '<script/x>fired()</script>',
  '<script\u000cx>fired()</script>',
  '<script\n>fired()</script\n>',
  '<script>fired()',
  '<script>fired()//',
  '<<script>fired();//<</script>',
  '<scr<script>ipt>fired()</scr</script>ipt>',
  '<script type=module>fired()</script>',
  '<script type=importmap>{"imports":{"a":"/probe/a"}}</script>',
  '<script type=speculationrules>{"prefetch":[{"urls":["/probe/s"]}]}</script>',
  `<script src=${P}script.js></script>`,
  `<script async defer src=//localhost${P}script2.js></script>`,
  '<script src="data:text/javascript,fired()"></script>',
  '<svg><script>fired()</script></svg>',
  '<svg><script href="data:,fired()"/></svg>',
  '<svg><script xlink:href=data:,fired()></script>',
  '<math><script>fired()</script></math>',
  '<noscript><script>fired()</script></noscript>',
  '<template><script>fired()</script></template>',
  '<div><template shadowrootmode=open><script>fired()</script></template></div>',
  '<!--><script>fired()</script>-->',
  '<!-- --!><script>fired()</script>',
  '<![CDATA[<script>fired()</script>]]>',
  '<?xml version="1.0"?><script>fired()</script>',
  '<!DOCTYPE html><script>fired()</script>',
  '</script><script>fired()</script>',
  '<scr\u0000ipt>fired()</scr\u0000ipt>',
  '\ufeff<script>fired()</script>',
  '<html><head><script>fired()</script></head><body>words</body></html>',
];

const confusion = [
  '<noscript><p title="</noscript><img src=x onerror=fired()>">',
  '<title><p title="</title><img src=x onerror=fired()>">',
  '<textarea><p title="</textarea><img src=x onerror=fired()>">',
  '<style><p title="</style><img src=x onerror=fired()>">',
  '<xmp><p title="</xmp><img src=x onerror=fired()>">',
  '<iframe><p title="</iframe><img src=x onerror=fired()>">',
  '<noembed><p title="</noembed><img src=x onerror=fired()>">',
  '<noframes><p title="</noframes><img src=x onerror=fired()>">',
  '<plaintext><img src=x onerror=fired()>',
  '<listing>&lt;img src=x onerror=fired()&gt;</listing>',
  '<select><option><style></option></select><img src=x onerror=fired()></style></select>',
  '<svg></p><style><a id="</style><img src=x onerror=fired()>">',
  '<svg><style><img src=x onerror=fired()></style></svg>',
  '<svg><desc><p><style><!--</style></p></desc></svg><img src=x onerror=fired()>-->',
  '<svg><title><img src=x onerror=fired()></title></svg>',
  '<svg><foreignObject><img src=x onerror=fired()></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=fired()&gt;">',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=fired()></annotation-xml></math>',
  '<math><mi><a href=javascript:fired()>x</a></mi></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=fired()>',
  '<table><tr><td><script>fired()</script></td></tr></table>',
  '<table><img src=x onerror=fired()><tr>',
  '<table><caption><svg onload=fired()>',
  '<a href="x"onclick=fired()>words</a>',
  '<a href=`x`onclick=fired()>words</a>',
  '<img """><script>fired()</script>">',
  '<img src="x` `<script>fired()</script>"` `>',
  '<img/src=x/onerror=fired()>',
  '<img\tsrc=x\fonerror=fired()\n>',
  '<img src=x onerror\u0000=fired()>',
  '<img src=x onerror=fired() onerror=1>',
  '<p title=">" onclick=fired()>words</p>',
  '<b onclick=fired()>words</b>',
  '<b/onclick=fired()/>words',
  '<b title="<b onclick=fired()>">words</b>',
  '<font color=red onclick=fired()>words</font>',
  '<nobr onclick=fired()><b x><i y>words',
  '&lt;script&gt;fired()&lt;/script&gt;',
  '&amp;lt;img src=x onerror=fired()&amp;gt;',
  '<div><![if <iframe/onload=fired()//]> ',
  '<frameset><frame src=javascript:fired()></frameset>',
  '<isindex action=javascript:fired() type=submit>',
  '<button form=x formaction=javascript:fired()>words</button>',
  '<form id=x action=javascript:fired()><input type=submit></form>',
  '<input type=submit formaction=javascript:fired()>',
  '<base href="javascript:/a/-fired()//"><a href=#>words</a>',
  '<meta http-equiv=refresh content="0;url=javascript:fired()">',
  '<meta http-equiv=Content-Security-Policy content="script-src *">',
  '<iframe srcdoc="<script>parent.fired()</script>"></iframe>',
  '<iframe src=javascript:parent.fired()></iframe>',
  '<object data=javascript:fired()></object>',
  '<embed src=javascript:fired()>',
  '<svg><a xlink:href=javascript:fired()><text>x</text></a></svg>',
  '<svg><animate href=#x attributeName=href values=javascript:fired() /><a id=x><text>x</text></a></svg>',
  '<svg><set attributeName=onmouseover to=fired() /></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>fired()</script></svg>#x"/></svg>',
  '<math href=javascript:fired()>x</math>',
  '<map name=m><area href=javascript:fired()></map>',
  '<label for=x onclick=fired()>words</label>',
];

const requests = [
  `<img src=${P}img>`,
  `<img srcset="${P}set 1x">`,
  `<img lowsrc=${P}low dynsrc=${P}dyn longdesc=${P}long>`,
  `<picture><source srcset=${P}source><img></picture>`,
  `<video src=${P}video poster=${P}poster></video>`,
  `<audio src=${P}audio autoplay></audio>`,
  `<video><source src=${P}vsource><track src=${P}track default></video>`,
  `<input type=image src=${P}input>`,
  `<object data=${P}object></object>`,
  `<embed src=${P}embed>`,
  `<iframe src=${P}iframe></iframe>`,
  `<frameset><frame src=${P}frame></frameset>`,
  `<link rel=stylesheet href=${P}css>`,
  `<link rel=preload as=image href=${P}preload>`,
  `<link rel=prefetch href=${P}prefetch>`,
  `<link rel=modulepreload href=${P}module>`,
  `<link rel=icon href=${P}icon>`,
  `<link rel=manifest href=${P}manifest>`,
  `<link rel=preconnect href=http://localhost:1>`,
  `<style>@import url(${P}import)</style>`,
  `<style>*{background:url(${P}bg)}</style>`,
  `<style>@font-face{font-family:x;src:url(${P}font)}*{font-family:x}</style>`,
  `<p style="background:url(${P}inline)">words</p>`,
  `<p style="list-style:url(${P}list);display:list-item">words</p>`,
  `<p style="width:expression(fired())">words</p>`,
  `<p style="-moz-binding:url(${P}binding)">words</p>`,
  `<body background=${P}body>`,
  `<table background=${P}table><td background=${P}td>words`,
  `<bgsound src=${P}bgsound>`,
  `<svg><image href=${P}svgimage /></svg>`,
  `<svg><use href=${P}use#x /></svg>`,
  `<svg><filter><feImage href=${P}feimage /></filter></svg>`,
  `<svg><style>@import url(${P}svgimport)</style></svg>`,
  `<a href=https://example.com ping=${P}ping attributionsrc=${P}attribution>words</a>`,
  `<html manifest=${P}appcache>`,
  `<fencedframe src=${P}fenced></fencedframe>`,
  `<portal src=${P}portal></portal>`,
  `<applet code=x codebase=${P}applet></applet>`,
  `<div><template shadowrootmode=open><img src=${P}shadow></template></div>`,
  `<noscript><img src=${P}noscript></noscript>`,
  `<image src=${P}image>`,
];

const takeovers = [
  '<div style="position:fixed;inset:0;background:red">words</div>',
  '<dialog open>words</dialog>',
  '<div popover id=x>words</div>',
  '<p contenteditable>words</p>',
  '<p draggable=true accesskey=a tabindex=1 autofocus>words</p>',
  '<p hidden>words</p>',
  '<p class="button primary" id=app part=apply-button slot=header>words</p>',
  '<a href=https://example.com target=_top download id=x name=x class=button>words</a>',
  '<p dir=rtl lang=xx title=x role=alert aria-live=assertive>words</p>',
  '<slot name=actions>words</slot>',
  '<x-element is=x-y>words</x-element>',
  '<foothold-board api=/probe/board>words</foothold-board>',
  '<form action=/probe/form><input name=password type=password><button>words</button></form>',
  '<input value=words><select><option>words</select><textarea>words</textarea>',
  '<iframe name=top></iframe><img name=body><form name=cookie>words</form>',
];

/** Names that, on an element in a form or on an image, lie over properties of the form or the document. */
export const clobbering = (
  'childNodes firstChild lastChild nextSibling previousSibling parentNode nodeName nodeType nodeValue localName ' +
  'namespaceURI tagName attributes children firstElementChild textContent innerHTML ownerDocument getAttribute ' +
  'hasAttributes removeAttribute appendChild removeChild insertBefore querySelector querySelectorAll cloneNode ' +
  'contains length elements constructor __proto__ toString valueOf prototype body head documentElement ' +
  'createElement createTreeWalker implementation defaultView'
).split(' ');

export const hostileHtml: readonly string[] = [
  ...script,
  ...handlers,
  ...places.flatMap((place) => addresses.map(place)),
  ...confusion,
  ...requests,
  ...takeovers,
];
