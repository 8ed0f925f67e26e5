"""What people type on pages in other languages, beside the French words of `keywords.py`.

Source: the project's own list, after the words of `theme/i18n`. The same form as there.
Beginnings of words; the page takes accents and capitals away, as is done here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from plugins.vocabulary.keywords import KEYWORDS, UNSAID

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "demarches": (
            "paperwork, form, tax, taxes, benefit, pension, retirement, health, doctor, visa, "
            "residence permit, identity card, id card, passport, driving licence, license, "
            "social security, "
            "appointment doctor, housing, bank, administrative, letter, application?"
        ),
        "apprendre": (
            "learn, lesson, course, class, teach, training, beginner, email, mail, password, "
            "account, scam, hacked, virus, computer?, phone?, tablet?, app, video call"
        ),
        "se-connecter": (
            "print, printer, printing, photocopy, copy, copies, scan, wifi, internet?, connect, "
            "online, fax"
        ),
        "s-equiper": (
            "buy, cheap, repair, fix, broken, borrow, second hand, refurbished, laptop, device"
        ),
        "travail-famille": (
            "job, work, employment, resume, cv, school, child, children, kid, college, internship"
        ),
        UNSAID: (
            "deaf, blind, wheelchair, sign language, speak, language, english, accessible, open, "
            "opening, hours, price, cost, free, saturday, sunday, interpreter, translat"
        ),
    },
    "pt": {
        "demarches": (
            "documento?, formulario, imposto, subsidio, pensao, reforma, saude, medico, visto, "
            "autorizacao, cartao identidade, passaporte, carta conducao, seguranca social, "
            "papeis, habitacao, banco, administrativ"
        ),
        "apprendre": (
            "aprender, curso, aula, formacao, email, correio, senha, palavra passe, conta, burla, "
            "virus, computador?, telemovel?, telefone?, tablet?"
        ),
        "se-connecter": (
            "imprimir, impressora, impressao, fotocopia, copia, digitalizar, wifi, internet?, "
            "ligar, fax"
        ),
        "s-equiper": "comprar, barato, reparar, avaria, emprestar, emprestimo, usado",
        "travail-famille": "trabalho, emprego, curriculo, escola, filho, crianca, estagio",
        UNSAID: (
            "surdo, cego, cadeira rodas, lingua gestual, falo, falar, lingua, portugues, "
            "acessivel, horario, aberto, preco, gratis, gratuito, sabado, domingo, interprete, "
            "traducao"
        ),
    },
    "tr": {
        "demarches": (
            "belge?, form, vergi, yardim parasi, emekli, saglik, doktor, vize, oturum, kimlik, "
            "pasaport, ehliyet, sigorta, konut, banka, idari, evrak"
        ),
        "apprendre": (
            "ogren, kurs, ders, egitim, eposta, e posta, posta, sifre, hesap, dolandirici, virus, "
            "bilgisayar?, telefon?, tablet?"
        ),
        "se-connecter": (
            "yazdir, yazici, cikti, fotokopi, kopya, tara, wifi, internet?, baglan, faks"
        ),
        "s-equiper": "satin, ucuz, tamir, bozuk, odunc, ikinci el",
        "travail-famille": "is, calisma, issiz, ozgecmis, okul, cocuk, staj",
        UNSAID: (
            "sagir, isitme, kor, tekerlekli, isaret dili, konus, dil, turkce, erisim, saat, acik, "
            "fiyat, ucret, cumartesi, pazar, tercuman, ceviri"
        ),
    },
    "uk": {
        "demarches": (
            "документ?, форм, подат, допомога соціальна, пенсі, здоров, лікар, віза, посвідка, "
            "паспорт, посвідчення, страхуван, житло, банк, адміністратив, заява"
        ),
        "apprendre": (
            "вчитися, навчи, навчан, курс, урок, пошт, пароль, обліков, шахра, вірус, комп, "
            "телефон?, планшет?"
        ),
        "se-connecter": (
            "друк, надрук, роздрук, принтер, копі, ксерокопі, скан, вайфай, wifi, інтернет?, "
            "підключ, факс"
        ),
        "s-equiper": "купит, дешев, ремонт, зламан, позичит, вживан",
        "travail-famille": "робот, праця, резюме, школ, дитин, діти, стажуван",
        UNSAID: (
            "глух, сліп, незряч, візок, візк, жестов, мова, говор, розмовля, українськ, доступн, "
            "годин, відчин, ціна, безкоштов, субот, неділ, переклад"
        ),
    },
    "ar": {
        "demarches": (
            "اوراق, وثائق, استمارة, ضرائب, الضرائب, معاش, تقاعد, التقاعد, صحة, الصحة, طبيب, فيزا, "
            "تاشيرة, اقامة, الاقامة, بطاقة الهوية, هوية, جواز, رخصة, ضمان, الضمان, سكن, السكن, "
            "بنك, ادارية, الادارية"
        ),
        "apprendre": (
            "تعلم, اتعلم, دورة, درس, دروس, تدريب, بريد, البريد, كلمة السر, كلمة المرور, حساب, "
            "احتيال, فيروس, حاسوب?, الحاسوب?, كمبيوتر?, هاتف?, الهاتف?"
        ),
        "se-connecter": (
            "طباعة, اطبع, طابعة, نسخ, تصوير, مسح, واي فاي, wifi, انترنت?, الانترنت?, فاكس"
        ),
        "s-equiper": "شراء, اشتري, رخيص, تصليح, اصلاح, استعارة, مستعمل",
        "travail-famille": "عمل, العمل, وظيفة, شغل, سيرة, مدرسة, المدرسة, طفل, اطفال, تدريب مهني",
        UNSAID: (
            "اصم, الصم, اعمى, كرسي متحرك, لغة الاشارة, لغة, اتكلم, العربية, عربي, ساعات, مفتوح, "
            "سعر, مجاني, السبت, الاحد, مترجم, ترجمة"
        ),
    },
}
_SMALL: Mapping[str, str] = {
    "en": (
        "help need needs want would like can could please hello hi my me the an and or to for of "
        "in on at do does don not how what where who is are am with someone somebody near find "
        "get have has mother father husband wife son daughter"
    ),
    "pt": (
        "ajuda ajudar preciso precisar quero queria ola por favor meu minha um uma para onde como "
        "que em no na os as do da dos das com nao e mae pai marido mulher filho filha"
    ),
    "tr": (
        "yardim lazim istiyorum ihtiyacim var bir icin nerede nasil lutfen merhaba bana benim ve "
        "ne annem babam"
    ),
    "uk": (
        "допоможіть допомога допомогу потрібна потрібно треба хочу будь ласка привіт мій моя мені "
        "як де що для на та по не мама тато"
    ),
    "ar": "مساعدة المساعدة احتاج اريد من فضلك مرحبا في الى على اين كيف مع لي انا ان هل امي ابي",
}


def _bare(text: str) -> str:
    """As `bare` of js/fulltext.js does: no capitals, no marks."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.category(letter).startswith("M"))


def keywords_of(language: str) -> Mapping[str, str]:
    """`KEYWORDS` with the words of a language («en»); the French ones alone where we have none."""
    more = _WORDS.get(language, {})
    every = {
        need: ",".join(
            [said, *(one.strip() for one in _bare(more.get(need, "")).split(",") if one)]
        )
        for need, said in KEYWORDS.items()
    }
    return MappingProxyType(every)


def small_words_of(language: str) -> frozenset[str]:
    """Words of a language that say nothing of a place, beside the French ones."""
    return frozenset(_bare(_SMALL.get(language, "")).split())
